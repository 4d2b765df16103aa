"""``docs/tolerances.md`` is of the packages as they are, and says that they are sound."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from graders.compare.evidence import Evidence, Observation
from graders.compare.subject import Subject
from graders.contract import CasePlan
from graders.engine import Engine, prove
from graders.engine.margins import Margins, digest, error_of
from graders.engine.proof import prove_part
from graders.engine.proof_table import conclude
from graders.package import Package, load_folder
from graders.pages import digests
from graders.tolerances import COMMAND, lines, page, rows
from tests.packages.test_reference_models import FOLDERS

PAGE = Path("docs/tolerances.md").read_text("utf-8")


def test_the_page_is_of_the_packages_as_they_are() -> None:
    packages = [load_folder(folder) for folder in FOLDERS]
    current = {package.slug: digest(package) for package in packages}
    measured = digests(PAGE)
    changed = sorted(set(current.items()) ^ set(measured.items()))
    assert not changed, f"a task's code or the tolerances have changed: run {COMMAND}"


def test_the_page_says_that_nothing_right_was_refused_and_nothing_wrong_was_missed() -> None:
    table = [line.split(" | ") for line in PAGE.splitlines() if line.startswith("| ") and "`" in line]
    assert {cells[0].strip("| ") for cells in table} == set(digests(PAGE))
    for cells in table:
        draws, accepted, refused, wrong, missed = (int(cells[index]) for index in (2, 3, 4, 6, 7))
        assert draws >= 500
        assert accepted >= 2 * draws
        assert wrong >= draws
        assert (refused, missed) == (0, 0)


@pytest.fixture(scope="module")
def conv() -> Package:
    return load_folder("tests/graders/mini/conv2d-mini")


def test_the_figures_come_from_the_runs(conv: Package) -> None:
    with Engine() as engine:
        part = prove_part(engine, conv, range(3), lambda done: None, with_margins=True)
        assert not prove(engine, conv, 1).margins, "they cost time, and are made where they are asked for"
    (row,) = rows(conv, conclude(conv, 3, [part], 1.0))
    assert row.is_good
    assert (row.seeds, row.accepted, row.wrong, row.missed) == (3, 6, 6, 0)
    assert 0 < row.largest < 1
    assert row.of.startswith("accepted/")
    assert row.by == "wrong/flipped.py", "the other one has another shape, and no distance"
    assert row.smallest is not None
    assert row.smallest > 1
    assert digests(page("\n".join(lines([row])["conv2d-mini"]))) == {"conv2d-mini": row.code}


def error(found: list[float], oracle: list[float]) -> float:
    def shown(values: list[float]) -> Evidence:
        array = np.array(values, dtype=np.float32)
        return Evidence(
            "done", {"y": Observation("y", "tensor", dtype="float32", shape=array.shape, array=array)}
        )

    subject = Subject(CasePlan("one", {}, ()), shown(oracle), {"y": np.array(oracle)})
    return error_of(subject, shown(found))


def test_an_error_is_told_in_units_of_what_is_allowed() -> None:
    nothing, infinite = (
        error([1.0, float("inf")], [1.0, float("inf")]),
        error([1.0, 2.0], [1.0, float("inf")]),
    )
    assert (nothing, infinite) == (0.0, float("inf"))
    # 40 units in the last place of each, and as much again of the largest.
    assert error([1.0, 2.0 + 40 * 2**-23], [1.0, 2.0]) == pytest.approx(40 / (40 * 2 + 40 * 2), rel=0.01)


def test_the_worst_of_all_draws_counts() -> None:
    one, other = Margins(), Margins()
    one.accepted("accepted/a.py", 0.1, refused=False)
    other.accepted("accepted/b.py", 0.3, refused=True)
    one.wrong("wrong/a.py", 50.0, refused=True)
    other.wrong("wrong/a.py", 20.0, refused=True)
    other.wrong("wrong/b.py", 0.5, refused=False)
    one.take(other)
    assert (one.largest, one.of, one.rejections, one.missed) == (0.3, "accepted/b.py", 1, 1)
    assert one.smallest == {"wrong/a.py": 20.0}
