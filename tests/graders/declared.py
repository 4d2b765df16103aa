"""A small package whose only case is given by a test, and what a check said of a solution."""

from __future__ import annotations

from graders.contract import CheckResult
from graders.engine import Engine
from graders.feedback import render
from graders.package import Package, load_files
from tests.graders.package.small import SOUND

TASK = SOUND["task.toml"].partition("[case.tail-dropped]")[0]
HEAD = "import torch\n\n\n"
CASES = """\
import torch

from graders.authoring import *


def cases(draw):
    yield case("plain", {arguments})
"""


def package(arguments: str, reference: str, task: str = "") -> Package:
    """The small package with these arguments of its case, and this reference."""
    files = {**SOUND, "cases.py": CASES.format(arguments=arguments), "reference.py": HEAD + reference}
    return load_files({**files, "task.toml": task or TASK})


def told(
    engine: Engine, task: Package, source: str, check: str, seed: int | None = None
) -> CheckResult | None:
    """What ``check`` says of the case; its text must exist in both languages, without a hole."""
    case = engine.grade(task, HEAD + source, seed=seed).cases[0]
    found = next((result for result in case.checks if result.check == check), None)
    if found is not None and found.code:
        for language in ("en", "hi"):
            text = render(found.code, found.params, language)
            assert "{" not in text
            assert "–" not in text
    return found


def code(engine: Engine, task: Package, source: str, check: str) -> str:
    """The feedback code of ``check`` on the case: ``pass``, or ``silent`` where it says nothing."""
    found = told(engine, task, source, check)
    return "silent" if found is None else found.code or found.verdict
