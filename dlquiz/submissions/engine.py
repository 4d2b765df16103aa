"""The one door to the grading engine, on the worker's side: one engine per process."""

from __future__ import annotations

import atexit
from functools import lru_cache

import structlog
from django.conf import settings

from dlquiz.submissions.spare_time import SpareTime
from dlquiz.tasks.models import TaskVersion
from dlquiz.tasks.selectors import package_of
from graders.contract import Device
from graders.engine import (
    ENGINE_VERSION,
    Engine,
    EngineConfig,
    EngineFault,
    OnCase,
    PackageBroken,
    Patience,
    Proof,
    prove,
)
from graders.package import Package

__all__ = [
    "Engine",
    "EngineFault",
    "OnCase",
    "Package",
    "PackageBroken",
    "Patience",
    "Proof",
    "engine_of_process",
    "is_device_well",
    "package_by_version",
    "prove",
    "spare_time_of_process",
]

log = structlog.get_logger(__name__)


@lru_cache(maxsize=1)
def engine_of_process() -> Engine:
    """This process's engine, started at first use. ``EngineFault`` where its sandbox does not hold."""
    device: Device = settings.GRADING_DEVICE
    engine = Engine(EngineConfig(required_level=settings.SANDBOX_LEVEL, device=device))
    log.info("engine started", level=engine.level, device=device)
    atexit.register(engine.close)
    return engine


def is_device_well() -> bool:
    """Whether this process may take work. After a fault of a graphics card that is tried, for a while."""
    if settings.GRADING_DEVICE == "cpu":
        return True
    try:
        engine = engine_of_process()
        if not engine.card.is_suspect:
            return True
        with spare_time_of_process().busy():
            return engine.card.is_well()
    except EngineFault as fault:
        log.error("no work is taken", error=str(fault))
        return False


def engine_status() -> dict[str, str | int]:
    """What this process's engine is, and how it does: the fields of a ``WorkerProcess``."""
    engine = engine_of_process()
    return {
        "level": engine.level,
        "engine_version": ENGINE_VERSION,
        "torch_version": engine.torch,
        "spare_cells": engine.spare_cells,
        "zygote_restarts": engine.restarts,
    }


@lru_cache(maxsize=1)
def spare_time_of_process() -> SpareTime:
    """Who uses the engine of this process when; from now on it prepares for what comes."""
    spare_time = SpareTime(_prepare_a_little)
    # Ended before the engine is closed, which was registered first.
    engine_of_process()
    atexit.register(spare_time.end)
    return spare_time


def _prepare_a_little() -> bool:
    """Do one small thing ahead of the next submission. False: nothing to do."""
    try:
        return engine_of_process().idle()
    except Exception:
        # Whoever needs it will hear of it; until then the thread must live.
        log.exception("nothing prepared ahead")
        return False


@lru_cache(maxsize=128)
def package_by_version(version_pk: int) -> Package:
    """A published version's package; read once per process, since versions never change."""
    return package_of(TaskVersion.objects.get(pk=version_pk))
