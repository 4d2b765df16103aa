"""The documents say what is there."""

import json
import re
import tomllib

import pytest

from tests.guards.tree import ROOT, repository_files

THIRD_PARTY = (ROOT / "docs" / "third-party.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def listed() -> set[str]:
    """The first column of every table of the page."""
    return {row.strip().strip("`") for row in re.findall(r"^\| ([^|]+) \|", THIRD_PARTY, re.MULTILINE)}


def required() -> set[str]:
    extras = PROJECT["optional-dependencies"]
    lines = [*PROJECT["dependencies"], *(line for extra in extras.values() for line in extra)]
    return {re.match(r"[A-Za-z0-9_.-]+", line)[0] for line in lines}  # type: ignore[index]


def bundled() -> set[str]:
    package = json.loads((ROOT / "dlquiz" / "core" / "frontend" / "package.json").read_text("utf-8"))
    return set(package.get("dependencies", {})) | set(package.get("devDependencies", {}))


def vendored() -> set[str]:
    return {path for path in repository_files() if "/vendor/" in path or "/fonts/" in path} | {"LICENSE"}


def test_the_third_party_page_lists_every_package_and_every_vendored_file() -> None:
    wanted = required() | bundled() | vendored()
    assert wanted - listed() == set()


def test_the_third_party_page_lists_nothing_that_is_gone() -> None:
    images = {name for name in listed() if "python:" in name}
    headings = {"package", "file", "npm package", "what", "---"}
    programs = {"PostgreSQL", "Redis or Valkey", "Chromium"}
    assert listed() - headings - programs - images == required() | bundled() | vendored()


def test_every_row_of_the_third_party_page_names_a_licence() -> None:
    rows = [line for line in THIRD_PARTY.splitlines() if line.startswith("| ")]
    without = [
        row for row in rows if not row.split("|")[3].strip() and ".txt" not in row and "LICENSE" not in row
    ]
    assert without == []


@pytest.mark.parametrize("command", ["make run", "make test"])
def test_the_readme_names_the_command_and_the_lines_that_it_expands_to(command: str) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert re.search(rf"^`?{command}`?$", readme, re.MULTILINE)
    target = command.removeprefix("make ")
    recipe = re.search(rf"^{target}: .*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert recipe is not None
    modules = re.findall(r"-m ([a-z_.]+)", recipe[1].replace("$(PYTEST)", "-m pytest"))
    assert modules
    for module in modules:
        assert f"-m {module}" in readme


def test_every_make_target_is_documented() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    readme = (ROOT / "README.md").read_text("utf-8")
    for target in ("run", "test", "lint", "bench", "assets", "messages", "clean"):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)
        assert f"make {target}" in readme


def test_the_readme_leads_to_every_document() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    documents = {path for path in repository_files() if path.startswith("docs/") and path.endswith(".md")}
    assert {path for path in {*documents, "CHANGELOG.md", "LICENSE"} if f"({path})" not in readme} == set()


def test_every_file_that_a_document_links_to_exists() -> None:
    broken = []
    for path in repository_files():
        if path.endswith(".md") and not path.startswith(("dlquiz/content/", "reference_models/", "tests/")):
            folder = (ROOT / path).parent
            for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", (ROOT / path).read_text("utf-8")):
                if not (folder / target).exists():
                    broken.append(f"{path} -> {target}")
    assert broken == []


def test_every_environment_variable_of_ours_is_documented() -> None:
    """An operator who cannot read the code finds every DLQUIZ_ setting in docs/operations.md."""
    used = set()
    for path in repository_files():
        if path.endswith((".py", "Makefile", ".yaml", ".Dockerfile")) and not path.startswith("tests/"):
            used |= set(re.findall(r"\bDLQUIZ_[A-Z_]*[A-Z]\b", (ROOT / path).read_text("utf-8")))
    documented = set(re.findall(r"`(DLQUIZ_[A-Z_]+)`", (ROOT / "docs" / "operations.md").read_text("utf-8")))
    assert used - documented == set()
    assert documented - used == set()
