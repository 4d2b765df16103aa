"""Which level of the sandbox an engine runs at, and the zygotes that it needs for its device."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

from graders.contract import Device, Level
from graders.engine import card
from graders.engine.config import EngineConfig
from graders.engine.fault import EngineFault, LevelFault
from graders.engine.process import ZygoteProcess
from graders.sandbox import folders
from graders.sandbox.policy import ORDER, satisfies

NewZygote = Callable[[Level, Device], ZygoteProcess]


def start(config: EngineConfig, new: NewZygote) -> ZygoteProcess:
    """One at the best level that holds here. ``EngineFault`` where none does that is good enough."""
    if find_spec("torch") is None:
        raise EngineFault("PyTorch is missing, so nothing can be graded: run `make run` to install it")
    if config.device == "cuda":
        card.require()
    folders.sweep()
    wanted: tuple[Level, ...] = (config.level,) if config.level else ("A", "B", "C")
    faults = []
    for level in sorted(wanted, key=lambda level: -ORDER[level]):
        if not satisfies(level, config.required_level):
            continue
        try:
            return for_solutions(config, new, level)
        except LevelFault as fault:
            faults.append(str(fault))
    raise EngineFault(
        f"no sandbox of level {config.required_level} or better holds here: {'; '.join(faults)}"
    )


def for_solutions(config: EngineConfig, new: NewZygote, level: Level) -> ZygoteProcess:
    """One in which solutions run; with a graphics card, one whose cells are seen to begin."""
    zygote = new(level, config.device)
    if zygote.device != "cpu":
        try:
            zygote.cell().close()
        except EngineFault as fault:
            zygote.close()
            raise LevelFault(f"no cell has a graphics card at level {level}: {fault}") from fault
    return zygote


class Authors:
    """The zygote for authors' code, beside one whose cells have a graphics card. Elsewhere there is none."""

    def __init__(self, new: NewZygote) -> None:
        self._new = new
        self._zygote: ZygoteProcess | None = None

    def beside(self, zygote: ZygoteProcess, recycle: int) -> ZygoteProcess:
        """``zygote``, knowing where authors' code runs: there where it has no card, else in a living one."""
        if zygote.device != "cpu":
            found = self._zygote
            if found is None or not found.is_alive() or found.served >= 2 * recycle:
                self.close()
                self._zygote = found = self._new(zygote.level, "cpu")
            zygote.authors = found
        return zygote

    def close(self) -> None:
        if self._zygote is not None:
            self._zygote.close()
            self._zygote = None
