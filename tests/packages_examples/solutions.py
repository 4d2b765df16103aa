"""The Python files of a task package as modules, read by path as the engine reads them."""

from __future__ import annotations

import types
from pathlib import Path

PACKAGES = Path(__file__).resolve().parents[2] / "reference_models"


def slugs() -> list[str]:
    """Every package of the repository."""
    return sorted(path.parent.name for path in PACKAGES.glob("*/task.toml"))


def right_files(slug: str) -> list[str]:
    """The reference and every accepted solution, as paths within the package."""
    accepted = sorted((PACKAGES / slug / "accepted").glob("*.py"))
    return ["reference.py", *(f"accepted/{path.name}" for path in accepted)]


def load(slug: str, path: str) -> types.ModuleType:
    """A fresh module made of one file."""
    file = PACKAGES / slug / path
    module = types.ModuleType(file.stem)
    module.__file__ = str(file)
    exec(compile(file.read_text(encoding="utf-8"), str(file), "exec"), module.__dict__)
    return module
