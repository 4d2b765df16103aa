"""The worker's side of a submission: claim, run, record."""

from __future__ import annotations

import time

import structlog
from django.conf import settings
from django.db.models import F
from structlog.contextvars import bound_contextvars

from dlquiz.submissions import heartbeat, jobs
from dlquiz.submissions.engine import (
    EngineFault,
    engine_of_process,
    is_device_well,
    package_by_version,
    spare_time_of_process,
)
from dlquiz.submissions.explaining import explanation_ask
from dlquiz.submissions.models import Grading, Purpose, Submission
from dlquiz.submissions.services import LANES, grade_record, grading_begin, grading_fail, grading_progress
from dlquiz.tasks.models import TaskVersion
from graders.contract import CaseResult, Report

log = structlog.get_logger(__name__)

# Most verdicts are out before this: the page then sees the report and never needs progress.
PROGRESS_SECONDS = 0.15
# A worker that starts should not keep students waiting for what they may not need.
PREPARE_SECONDS = 10.0


def submission_grade(pk: int) -> None:
    """Grade the submission if it is to be had. Delivered twice, or without the lease, it does nothing."""
    if not is_device_well():
        # It stays queued, and nobody loses an attempt over it; the reconciler sends it again.
        log.error("left in the queue: the graphics card is not well")
        return
    grading = grading_begin(pk=pk, worker=heartbeat.process_name(), lane=LANES[settings.GRADING_DEVICE])
    if grading is None:
        return
    with bound_contextvars(submission=grading.submission.receipt, attempt=grading.attempt):
        _grade(grading)


def _grade(grading: Grading) -> None:
    submission, token = grading.submission, grading.attempt
    try:
        with jobs.LeaseKeeper(Submission, submission.pk, token):
            report = _run(submission, grading)
    except Exception as fault:
        # Whatever it is, it is ours, for what students do wrong is in the report: no verdict, back into the
        # queue, before the staff after three times.
        log.exception("fault while grading")
        grading_fail(grading=grading, detail=f"{type(fault).__name__}: {fault}")
        return
    grade = grade_record(submission=submission, token=token, report=report)
    if grade is None:
        log.warning("lease lost, verdict dropped")
    else:
        explanation_ask(grade, report)


def _run(submission: Submission, grading: Grading) -> Report:
    engine, package = engine_of_process(), package_by_version(submission.task_version_id)
    with spare_time_of_process().busy():
        return engine.grade(
            package,
            submission.source,
            visible_only=submission.purpose == Purpose.RUN,
            on_case=_Progress(grading),
            explain_later=True,
        )


class _Progress:
    """Writes the cases decided so far, but not more often than a person could read."""

    def __init__(self, grading: Grading) -> None:
        self.grading = grading
        self.decided: list[CaseResult] = []
        self.written = time.monotonic()

    def __call__(self, case: CaseResult) -> None:
        self.decided.append(case)
        if time.monotonic() - self.written >= PROGRESS_SECONDS:
            shown = Report("pass", 0, 0, tuple(self.decided), 0, 0, "C", {})
            grading_progress(grading=self.grading, decided=shown.to_json()["cases"])
            self.written = time.monotonic()


def prepare() -> None:
    """Draw case sets, and what known mistakes do on them, for the tasks that students find now."""
    begun = time.monotonic()
    current = TaskVersion.objects.filter(task__is_active=True, task__current=F("pk"))
    for pk in current.values_list("pk", flat=True):
        if time.monotonic() - begun > PREPARE_SECONDS:
            return
        try:
            package = package_by_version(pk)
            if package.device == settings.GRADING_DEVICE:
                engine_of_process().prepare(package)
        except EngineFault as fault:
            log.error("task not prepared", version=pk, error=str(fault))
