"""An engine with ``device="cuda"`` on a machine that has no card: see ``like_cuda_zygote``."""

from __future__ import annotations

from graders.contract import Device, Level
from graders.engine import Engine, EngineConfig
from graders.engine.process import ZygoteProcess


class LikeCudaZygote(ZygoteProcess):
    program = ("tests.graders.like_cuda_zygote",)


class LikeCudaEngine(Engine):
    """Everything is real but the card. The test has to let ``card.require`` be."""

    def __init__(self, level: Level | None = None) -> None:
        super().__init__(EngineConfig(level=level, required_level=level or "C", device="cuda"))

    def new_zygote(self, level: Level, device: Device = "cpu") -> ZygoteProcess:
        if device == "cpu":
            return super().new_zygote(level)
        return LikeCudaZygote(level, self.config.memory_mib, 1, device)
