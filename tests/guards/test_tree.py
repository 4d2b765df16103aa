"""How the code is laid out: small files, names that say what is inside, no hidden wiring."""

import ast
from pathlib import PurePosixPath

import pytest

from tests.guards.tree import ROOT, python_files, repository_files

LONGEST_FILE = 300
# A file that is longer, and why it stays whole.
LONG_FILES = {
    "tests/graders/breadth.py": "a catalogue of what students use, one entry each",
    "tests/hostile/corrupting_the_judge.py": "a catalogue of hostile programs, one entry each",
    "tests/hostile/exhausting.py": "a catalogue of hostile programs, one entry each",
}
# One term each, and a topic may have many.
GLOSSARIES = "graders/answers/text/glossary/"
MEASURED = (".py", ".html", ".css", ".js", ".mjs", ".toml", ".sh", ".Dockerfile", ".yaml")
NOT_WRITTEN_BY_HAND = ("/vendor/", "/migrations/")
NAME_SAYS_IT_ALL = {"apps.py", "urls.py"}
# Not writes, but needed by them alone: functions of their arguments.
PURE_IN_SERVICES = {"spec_digest"}
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "tools"}
SITE_AND_ENGINE = ("dlquiz/", "graders/", "scripts/")


def test_no_file_is_longer_than_300_lines_without_a_written_reason() -> None:
    too_long = {}
    for path in repository_files():
        if path.endswith(MEASURED) and not any(part in path for part in NOT_WRITTEN_BY_HAND):
            lines = len((ROOT / path).read_text("utf-8").splitlines())
            if lines > LONGEST_FILE:
                too_long[path] = lines
    too_long = {path: lines for path, lines in too_long.items() if not path.startswith(GLOSSARIES)}
    assert set(too_long) - set(LONG_FILES) == set(), too_long
    assert set(LONG_FILES) - set(too_long) == set(), "an exception that is no longer needed"


def test_no_module_has_a_name_that_says_nothing() -> None:
    nameless = [
        path
        for path in python_files(*SITE_AND_ENGINE, "tests/")
        if EMPTY_NAMES & {part.removesuffix(".py") for part in PurePosixPath(path).parts}
    ]
    assert nameless == []


def test_nothing_is_wired_together_by_signals() -> None:
    wired = []
    for path in python_files("dlquiz/"):
        for node in ast.walk(ast.parse((ROOT / path).read_text("utf-8"))):
            if (
                isinstance(node, ast.ImportFrom)
                and (node.module or "").startswith("django.")
                and ("signals" in (node.module or "") or any(name.name == "signals" for name in node.names))
            ):
                wired.append(f"{path}:{node.lineno}")
    assert wired == []


def test_services_take_keywords_only_and_are_named_after_what_they_change() -> None:
    wrong = []
    for path in python_files("dlquiz/"):
        if PurePosixPath(path).name != "services.py":
            continue
        for node in ast.parse((ROOT / path).read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                positional = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)]
                if (positional or "_" not in node.name) and node.name not in PURE_IN_SERVICES:
                    wrong.append(f"{path}:{node.lineno} {node.name}({', '.join(positional)})")
    assert wrong == []


def test_every_public_module_says_what_it_is_for() -> None:
    silent = [
        path
        for path in python_files(*SITE_AND_ENGINE)
        if "/migrations/" not in path
        and PurePosixPath(path).name not in NAME_SAYS_IT_ALL
        and (tree := ast.parse((ROOT / path).read_text("utf-8"))).body
        and ast.get_docstring(tree) is None
    ]
    assert silent == []


def test_nothing_is_left_to_do_later() -> None:
    marks = ("TO" + "DO", "FIX" + "ME", "XX" + "X:")
    left = [
        f"{path}:{number}"
        for path in repository_files()
        if path.endswith((".py", ".html", ".md", ".css", ".toml")) and "/vendor/" not in path
        for number, line in enumerate((ROOT / path).read_text("utf-8").splitlines(), start=1)
        if any(mark in line for mark in marks)
    ]
    assert left == []


@pytest.mark.parametrize("folder", ["dlquiz", "graders"])
def test_every_folder_with_modules_is_a_package(folder: str) -> None:
    folders = {str(PurePosixPath(path).parent) for path in python_files(f"{folder}/")}
    lone = [name for name in folders if not (ROOT / name / "__init__.py").is_file()]
    assert [name for name in lone if "/management" not in name and "frontend" not in name] == []
