"""The worker's side of an explanation: after the verdict, behind everybody who waits for one."""

from __future__ import annotations

from django.conf import settings
from structlog.contextvars import bound_contextvars

from dlquiz.submissions import queue
from dlquiz.submissions.engine import Patience, engine_of_process, package_by_version, spare_time_of_process
from dlquiz.submissions.models import Explanation, Grade, Purpose, Submission
from dlquiz.submissions.selectors import is_explained, somebody_waits
from dlquiz.submissions.services import LOWEST_PRIORITY
from graders.contract import Explanation as Found
from graders.contract import Report

EXPLAIN_TASK = "dlquiz.submissions.tasks.explain"


def explanation_ask(grade: Grade, report: Report) -> None:
    """Have the grade explained, if there is something to explain. Lost, it is missing and nothing else."""
    if is_explained(report.verdict, len(report.cases)):
        queue.send(EXPLAIN_TASK, grade.pk, queue=grade.submission.queue, priority=LOWEST_PRIORITY)


def explanation_make(pk: int) -> None:
    """Find out why, and keep it. Begun once and never again: a worker may have died over it."""
    grade = Grade.objects.select_related("submission").filter(pk=pk).first()
    if grade is None:
        return
    explanation, is_mine = Explanation.objects.get_or_create(grade=grade)
    if not is_mine:
        return
    with bound_contextvars(submission=grade.submission.receipt):
        explanation.content = _explain(grade.submission).to_json()
        explanation.save(update_fields=["content"])


def _explain(submission: Submission) -> Found:
    engine, package = engine_of_process(), package_by_version(submission.task_version_id)
    with spare_time_of_process().busy():
        return engine.explain(
            package,
            submission.source,
            Patience(settings.EXPLAIN_SECONDS, lambda: somebody_waits(submission.queue)),
            visible_only=submission.purpose == Purpose.RUN,
        )
