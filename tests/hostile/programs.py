"""All hostile programs that this machine can run, family after family."""

from __future__ import annotations

import platform

from tests.hostile.corrupting_the_judge import CORRUPTING
from tests.hostile.escaping import ESCAPING
from tests.hostile.exhausting import EXHAUSTING
from tests.hostile.not_doing_the_work import NOT_DOING_THE_WORK
from tests.hostile.program import Program
from tests.hostile.reading_the_answer import READING

FAMILIES: dict[str, list[Program]] = {
    "reading the answer": READING,
    "corrupting the judge": CORRUPTING,
    "not doing the work": NOT_DOING_THE_WORK,
    "exhausting": EXHAUSTING,
    "escaping": ESCAPING,
}
PROGRAMS = [
    program
    for family in FAMILIES.values()
    for program in family
    if program.machine in ("", platform.machine())
]
