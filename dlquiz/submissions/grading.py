"""The worker's side of a submission: claim, run, record."""

from __future__ import annotations

import os
import socket
import time

import structlog

from dlquiz.submissions import jobs
from dlquiz.submissions.engine import EngineFault, engine_of_process, package_by_version
from dlquiz.submissions.models import Grading, Purpose, Submission
from dlquiz.submissions.services import grade_record, grading_begin, grading_end, grading_progress
from graders.contract import CaseResult, Report

log = structlog.get_logger(__name__)

# Most verdicts are out before this: the page then sees the report and never needs progress.
PROGRESS_SECONDS = 0.15


def submission_grade(pk: int) -> None:
    """Grade the submission if it is to be had. Delivered twice, or without the lease, it does nothing."""
    token = jobs.claim(Submission, pk)
    if token is None:
        return
    submission = Submission.objects.get(pk=pk)
    structlog.contextvars.bind_contextvars(submission=submission.receipt, attempt=token)
    grading = grading_begin(
        submission=submission, token=token, worker=f"{socket.gethostname()}:{os.getpid()}"
    )
    try:
        with jobs.LeaseKeeper(Submission, pk, token):
            report = _run(submission, grading)
    except EngineFault as fault:
        # Ours, not the student's: no verdict, back into the queue, before the staff after three times.
        log.error("engine fault", error=str(fault))
        grading_end(grading=grading, outcome=f"fault: {fault}")
        jobs.release(Submission, pk, token)
        return
    grade = grade_record(submission=submission, token=token, report=report)
    grading_end(grading=grading, outcome=report.verdict if grade else "lease lost")


def _run(submission: Submission, grading: Grading) -> Report:
    return engine_of_process().grade(
        package_by_version(submission.task_version_id),
        submission.source,
        visible_only=submission.purpose == Purpose.RUN,
        on_case=_Progress(grading),
    )


class _Progress:
    """Writes the cases decided so far, but not more often than a person could read."""

    def __init__(self, grading: Grading) -> None:
        self.grading = grading
        self.decided: list[dict[str, object]] = []
        self.written = time.monotonic()

    def __call__(self, case: CaseResult) -> None:
        report = Report("pass", 0, 0, (case,), 0, 0, "C", {})
        self.decided.append(report.to_json()["cases"][0])
        if time.monotonic() - self.written >= PROGRESS_SECONDS:
            grading_progress(grading=self.grading, decided=self.decided)
            self.written = time.monotonic()


def refill() -> None:
    """Draw case sets ahead, after the verdict is out."""
    try:
        engine_of_process().idle()
    except EngineFault as fault:
        log.error("case sets not refilled", error=str(fault))
