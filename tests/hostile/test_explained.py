"""Looking for the reason of a hostile program's failure gives it nothing, and ends."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from graders.engine import Engine, Patience
from graders.package import Package
from tests.hostile.program import Program
from tests.hostile.programs import FAMILIES
from tests.hostile.trial import Cells, filled, graded_when_run

# An explanation runs a program again and again: a few of each family show what that leads to.
SOME = [program for family in FAMILIES.values() for program in family[::8]]


@pytest.fixture(scope="module")
def unlevelled() -> Iterator[Engine]:
    with Engine() as made:
        yield made


@pytest.mark.parametrize("program", SOME, ids=lambda program: program.name)
def test_an_explanation_gives_a_hostile_program_nothing(
    unlevelled: Engine, mini: Package, program: Program, cells: Cells, canary: Path
) -> None:
    limits = dataclasses.replace(mini.limits, seconds=program.seconds, memory_mib=256)
    limited = dataclasses.replace(mini, limits=limits)
    found = unlevelled.explain(limited, filled(program.source, canary), Patience(0.3))
    assert not any("ESCAPED" in text for text in [repr(found.to_json()), *cells.printed])
    assert cells.left_running() == 0
    assert graded_when_run(unlevelled, mini).verdict == "pass"
