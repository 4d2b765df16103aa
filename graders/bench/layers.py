"""What the sandbox costs: each level, level A without one layer at a time, and none at all."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from graders.bench.bare import LAYERS
from graders.bench.figures import Row, latency, tree_cpu_seconds
from graders.bench.packages import passes
from graders.contract import Device, Level
from graders.engine import Engine, EngineConfig
from graders.engine.process import ZygoteProcess
from graders.package import Package
from graders.sandbox.policy import ORDER


class BareZygote(ZygoteProcess):
    """Its cells lack the layers ``without``, and are no place for a stranger's code."""

    def __init__(
        self, without: Sequence[str], level: Level, memory_mib: int, spares: int, device: Device = "cpu"
    ) -> None:
        self.program = ("graders.bench.bare", ",".join(without))
        super().__init__(level, memory_mib, spares, device)


class BareEngine(Engine):
    """An engine on a ``BareZygote``."""

    def __init__(self, without: Sequence[str], level: Level) -> None:
        self._without = tuple(without)
        super().__init__(EngineConfig(level=level))

    def new_zygote(self, level: Level, device: Device = "cpu") -> ZygoteProcess:
        return BareZygote(self._without, level, self.config.memory_mib, self.config.spares, device)


@dataclass(slots=True)
class _Setting:
    """One way to put the walls up, and what submissions took behind them."""

    name: str
    engine: Engine
    seconds: list[float] = field(default_factory=list)
    # Of the grader, which all settings share, only what it did for this one.
    grader_cpu: float = 0.0
    zygote_cpu_before: float = 0.0


def cost(package: Package, source: str, rounds: int, level: Level, batch: int = 10) -> tuple[Row, ...]:
    """Latency and processor time of one submission in each setting, side by side.

    In each of ``rounds`` every setting grades ``batch`` submissions, so that a slow minute of the machine
    slows all of them. ``saved_share`` is (all layers − this setting) / all layers, in processor time: what
    leaving the layers out would gain in throughput.
    """
    with _settings(level) as settings:
        for setting in settings:
            setting.engine.prepare(package)
            _grade(setting, package, source, batch)
            setting.seconds.clear()
            setting.grader_cpu, setting.zygote_cpu_before = 0.0, _zygote_cpu(setting)
        for turn in range(rounds):
            # Another one begins each time: the first of a round finds other caches than the last.
            for setting in itertools.islice(itertools.cycle(settings), turn, turn + len(settings)):
                _grade(setting, package, source, batch)
        whole = _cpu_ms(settings[0])
        return tuple(_row(setting, whole) for setting in settings)


@contextmanager
def _settings(level: Level) -> Iterator[list[_Setting]]:
    with ExitStack() as stack:
        found = []
        for name, without, held in _wanted(level):
            engine = BareEngine(without, held) if without else Engine(EngineConfig(level=held))
            found.append(_Setting(name, stack.enter_context(engine)))
        yield found


def _wanted(level: Level) -> Iterator[tuple[str, tuple[str, ...], Level]]:
    """Name, layers left out, and level; the best level that holds here comes first."""
    for held in sorted(ORDER, key=lambda known: -ORDER[known]):
        if ORDER[held] <= ORDER[level]:
            yield f"level {held}", (), held
    layers = [name for name in LAYERS if name != "namespaces" or level == "A"]
    for name in layers:
        yield f"level {level} without {name}", (name,), level
    yield "no sandbox at all", tuple(layers), level


def _grade(setting: _Setting, package: Package, source: str, batch: int) -> None:
    before = time.process_time()
    setting.seconds += [passes(setting.engine, package, source) for _ in range(batch)]
    setting.grader_cpu += time.process_time() - before


def _zygote_cpu(setting: _Setting) -> float:
    return tree_cpu_seconds(setting.engine.zygote.pid)


def _cpu_ms(setting: _Setting) -> float:
    spent = setting.grader_cpu + _zygote_cpu(setting) - setting.zygote_cpu_before
    return spent / len(setting.seconds) * 1000


def _row(setting: _Setting, whole: float) -> Row:
    cpu = _cpu_ms(setting)
    return {
        "setting": setting.name,
        **latency(setting.seconds),
        "cpu_ms": cpu,
        "saved_share": 1 - cpu / whole,
    }
