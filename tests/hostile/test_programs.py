"""No hostile program escapes, passes, or disturbs the next job, at any level of the sandbox."""

from __future__ import annotations

from pathlib import Path

import pytest

from graders.engine import Engine
from graders.package import Package
from tests.hostile.program import Program
from tests.hostile.programs import FAMILIES, PROGRAMS
from tests.hostile.trial import Cells, complaints

pytestmark = pytest.mark.usefixtures("secret_in_our_environment")


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_it_earns_no_pass_and_leaves_nothing_behind(
    engine: Engine, mini: Package, program: Program, cells: Cells, canary: Path
) -> None:
    assert complaints(engine, mini, program, cells, canary) == []


def test_every_family_is_there_and_every_program_is_itself() -> None:
    names = [program.name for family in FAMILIES.values() for program in family]
    assert len(names) == len(set(names))
    assert len(PROGRAMS) >= 80
    assert all(len(family) >= 16 for family in FAMILIES.values())
