"""``docs/catalogue.md`` holds a row for every task as it is, and says that each is sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from graders import catalogue
from graders.engine.margins import digest
from graders.engine.proof_table import Proof
from graders.engine.score import ENOUGH, Score, score
from graders.package import load_folder
from graders.pages import digests, merged, rows_of
from tests.packages.test_reference_models import FOLDERS

DRAWS = 500
PAGE = Path("docs/catalogue.md").read_text("utf-8")


def cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip("|").split("|")]


def test_the_page_is_of_the_packages_as_they_are() -> None:
    current = {folder.name: digest(load_folder(folder)) for folder in FOLDERS}
    changed = sorted(set(current.items()) ^ set(digests(PAGE).items()))
    assert not changed, f"run {catalogue.COMMAND}, or for one task with its folder in place of --all"


@pytest.mark.parametrize("task", [folder.name for folder in FOLDERS])
def test_every_task_kills_what_is_wrong_and_recognises_it(task: str) -> None:
    (row,) = rows_of(PAGE)[task]
    draws, killed, refused, recognised = cells(row)[6:10]
    assert int(draws) >= DRAWS
    assert killed == "1"
    assert refused == f"0 of {int(draws) * int(cells(row)[5])}"
    assert float(recognised.split("%")[0]) >= 100 * ENOUGH


def test_every_task_is_taught_after_what_it_needs() -> None:
    needs = {folder.name: load_folder(folder).requires for folder in FOLDERS}
    assert {need for needed in needs.values() for need in needed} <= set(needs), "a task that is not there"

    def before(task: str, above: tuple[str, ...] = ()) -> None:
        assert task not in above, f"each needs the other: {above}"
        for need in needs[task]:
            before(need, (*above, task))

    for task in needs:
        before(task)


def test_a_row_is_what_was_measured() -> None:
    package = load_folder("tests/graders/mini/conv2d-mini")
    found = score(package, 2, 1)
    row = catalogue.line(package, found)
    assert found.milliseconds > 0
    assert row.startswith("| conv2d-mini | convolution | 1 + ")
    assert " | 2 | 1 | 0 of 4 | 100.0% of " in row
    assert digests(row) == {"conv2d-mini": digest(package)}


def test_rows_measured_anew_replace_the_old_ones_and_the_others_stay(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("| a | 1 | `aa` |\n| b | 1 | `bb` |\n| gone | 1 | `cc` |\n", "utf-8")
    assert (
        merged(page, {"b": ["| b | 2 | `dd` |"]}, ["b", "a", "new"]) == "| a | 1 | `aa` |\n| b | 2 | `dd` |"
    )
    assert merged(tmp_path / "none.md", {"b": ["row"]}, ["b"]) == "row"


def test_a_share_that_is_not_whole_is_never_shown_as_whole() -> None:
    package = load_folder("tests/graders/mini/conv2d-mini")
    nearly = Score(Proof(500, [], []), kill_rate=1 - 1 / 15000, accepted_runs=1, false_rejections=0)
    assert cells(catalogue.line(package, nearly))[7] == "0.99993"
