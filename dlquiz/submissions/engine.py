"""The one door to the grading engine, on the worker's side: one engine per process."""

from __future__ import annotations

import atexit
from functools import lru_cache

import structlog
from django.conf import settings

from dlquiz.submissions.spare_time import SpareTime
from dlquiz.tasks.models import TaskVersion
from dlquiz.tasks.selectors import package_of
from graders.engine import Engine, EngineConfig, EngineFault, OnCase, PackageBroken, Proof, prove
from graders.package import Package

__all__ = [
    "Engine",
    "EngineFault",
    "OnCase",
    "Package",
    "PackageBroken",
    "Proof",
    "engine_of_process",
    "package_by_version",
    "prove",
    "spare_time_of_process",
]

log = structlog.get_logger(__name__)


@lru_cache(maxsize=1)
def engine_of_process() -> Engine:
    """This process's engine, started at first use. ``EngineFault`` where its sandbox does not hold."""
    engine = Engine(EngineConfig(required_level=settings.SANDBOX_LEVEL))
    log.info("engine started", level=engine.level)
    atexit.register(engine.close)
    return engine


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
