"""How an engine works."""

from __future__ import annotations

from dataclasses import dataclass

from graders.contract import Device, Level

PATIENCE = 4


@dataclass(frozen=True, slots=True)
class EngineConfig:
    """How an engine works.

    device: where solutions run; references and the float64 oracle run on the CPU always.
    level: None takes the best that this host allows; required_level: a host that cannot hold it is
    refused. memory_mib: the most that any task may ask for. spares: cells kept waiting.
    uses: how many submissions share a case set, if there is time to prepare the next; ``PATIENCE``
    times as many if there is none. sets: case sets kept per package. recycle: jobs after which an
    idle engine starts its zygote afresh.
    """

    required_level: Level = "C"
    level: Level | None = None
    device: Device = "cpu"
    memory_mib: int = 1024
    spares: int = 2
    uses: int = 100
    sets: int = 2
    recycle: int = 1000
    packages: int = 64

    def uses_of_a_set(self, is_next_prepared: bool) -> int:
        """How many submissions share a case set."""
        # Where they follow one another without a pause, a student need not wait for a new draw and for all
        # known mistakes on it.
        return self.uses * (1 if is_next_prepared else PATIENCE)
