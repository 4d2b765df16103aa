"""The seams by which the project grows: a folder and its registry name the same things."""

import tomllib
from pathlib import Path

from dlquiz.questions.kinds import KINDS
from dlquiz.submissions.presentation import CHECK_LABELS
from graders import checks
from graders.contract.plan import CHECKS
from tests.guards.tree import ROOT


def modules_in(folder: Path) -> set[str]:
    files = {path.stem for path in folder.glob("*.py")}
    folders = {path.parent.name for path in folder.glob("*/__init__.py")}
    return {name for name in files | folders if not name.startswith("_")}


def test_every_kind_of_check_is_registered_once() -> None:
    registered = [kind.__name__.rsplit(".", 1)[-1] for kind in checks.KINDS]
    assert sorted(registered) == sorted(modules_in(ROOT / "graders" / "checks"))
    assert len({kind.NAME for kind in checks.KINDS}) == len(checks.KINDS)


def test_authors_and_pages_know_every_kind_of_check() -> None:
    names = [kind.NAME for kind in checks.KINDS]
    assert sorted(CHECKS) == sorted(names)
    assert list(CHECK_LABELS) == names


def test_every_task_package_is_called_by_its_slug() -> None:
    folders = [path for path in (ROOT / "reference_models").iterdir() if path.is_dir()]
    assert folders
    named = {path.name: tomllib.loads((path / "task.toml").read_text("utf-8"))["slug"] for path in folders}
    assert {name: slug for name, slug in named.items() if name != slug} == {}


def test_every_required_task_exists() -> None:
    folders = [path for path in (ROOT / "reference_models").iterdir() if path.is_dir()]
    slugs = {path.name for path in folders}
    for folder in folders:
        required = tomllib.loads((folder / "task.toml").read_text("utf-8")).get("requires", [])
        assert set(required) <= slugs, f"{folder.name} requires a task that is not there"


def test_every_kind_of_question_is_a_folder_and_a_line() -> None:
    folders = modules_in(ROOT / "dlquiz" / "questions" / "kinds")
    assert set(KINDS) == folders
    assert {name: kind.name for name, kind in KINDS.items()} == {name: name for name in folders}


def test_every_kind_of_question_shows_what_it_takes() -> None:
    for kind in KINDS.values():
        examples = kind.examples()
        assert examples, kind.name
        assert all(example.right and example.wrong and example.invalid for example in examples), kind.name
