"""The one door to the grading engine, on the worker's side: one engine per process."""

from __future__ import annotations

import atexit
from functools import lru_cache

import structlog
from django.conf import settings

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
]

log = structlog.get_logger(__name__)


@lru_cache(maxsize=1)
def engine_of_process() -> Engine:
    """This process's engine, started at first use. ``EngineFault`` where its sandbox does not hold."""
    engine = Engine(EngineConfig(required_level=settings.SANDBOX_LEVEL))
    log.info("engine started", level=engine.level)
    atexit.register(engine.close)
    return engine


@lru_cache(maxsize=128)
def package_by_version(version_pk: int) -> Package:
    """A published version's package; read once per process, since versions never change."""
    return package_of(TaskVersion.objects.get(pk=version_pk))
