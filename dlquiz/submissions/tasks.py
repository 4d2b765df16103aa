"""Celery tasks: a decorator and one call each."""

from __future__ import annotations

from typing import Any

import structlog
from celery import shared_task
from celery.signals import worker_process_init, worker_ready
from django.db import DatabaseError

from dlquiz.submissions import explaining, grading, heartbeat, reconciler
from dlquiz.submissions.engine import EngineFault, engine_of_process

log = structlog.get_logger(__name__)


@shared_task(name="dlquiz.submissions.tasks.grade")
def grade(pk: int) -> None:
    """Grade one submission."""
    grading.submission_grade(pk)


@shared_task(name="dlquiz.submissions.tasks.explain")
def explain(pk: int) -> None:
    """Explain one grade."""
    explaining.explanation_make(pk)


@shared_task(name="dlquiz.submissions.tasks.reconcile")
def reconcile() -> None:
    """Send again what was lost."""
    reconciler.reconcile()


@worker_process_init.connect
def start_engine(**_: Any) -> None:
    """Have the engine warm before the first submission. A fault here is told again at first use."""
    try:
        engine_of_process()
        heartbeat.start()
        grading.prepare()
    except (EngineFault, DatabaseError) as fault:
        log.error("engine did not start", error=str(fault))


@worker_ready.connect
def send_what_was_left(**_: Any) -> None:
    """A worker that starts has it looked for at once what an earlier one left."""
    reconcile.apply_async(queue="control", expires=10)
