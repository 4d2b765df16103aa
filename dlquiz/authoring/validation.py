"""The worker's side of an upload: read the zip, lint it, run everything in it, keep what that showed."""

from __future__ import annotations

import time
from collections.abc import Callable

import structlog
from django.utils import timezone

from dlquiz.authoring.models import PackageUpload
from dlquiz.authoring.services import Outcome, upload_progress, upload_record
from dlquiz.courses.models import Course, Topic
from dlquiz.submissions import jobs
from dlquiz.submissions.engine import EngineFault, engine_of_process, prove
from dlquiz.submissions.grading import submission_grade
from dlquiz.submissions.models import State, Submission
from graders.package import Package, PackageRefused, Problem, load_files, read_archive

log = structlog.get_logger(__name__)

# As many draws as the repository's own packages are proved with.
SEEDS = 200
PROGRESS_SECONDS = 0.5
GRADED_AT_ONCE = 50


class LeaseLost(Exception):
    """Another worker has the upload: what this one finds will not be kept."""


def upload_validate(pk: int) -> None:
    """Validate the upload if it is to be had. Delivered twice, or without the lease, it does nothing."""
    token = jobs.claim(PackageUpload, pk)
    if token is None:
        return
    upload = PackageUpload.objects.select_related("course").get(pk=pk)
    structlog.contextvars.bind_contextvars(upload=pk, attempt=token)
    try:
        with jobs.LeaseKeeper(PackageUpload, pk, token):
            outcome = _examined(bytes(upload.archive), upload.course, _Progress(pk, token))
    except EngineFault as fault:
        # Ours, not the package's: no verdict, back into the queue, before the staff after three times.
        log.error("engine fault", error=str(fault))
        jobs.release(PackageUpload, pk, token)
    except LeaseLost:
        log.warning("lease lost")
    else:
        upload_record(pk=pk, token=token, outcome=outcome)


def _examined(archive: bytes, course: Course, on_progress: Callable[[int, int], None]) -> Outcome:
    try:
        package = load_files(read_archive(archive))
    except PackageRefused as refused:
        return Outcome(problems=[problem.to_json() for problem in refused.problems])
    missing = _missing_topic(package, course)
    if missing is not None:
        return Outcome(problems=[missing.to_json()], slug=package.slug, digest=package.digest)
    on_progress(0, SEEDS)
    proof = prove(engine_of_process(), package, SEEDS, on_progress).to_json()
    return Outcome(problems=proof["problems"], proof=proof, slug=package.slug, digest=package.digest)


def _missing_topic(package: Package, course: Course) -> Problem | None:
    if Topic.objects.filter(course=course, slug=package.topic).exists():
        return None
    return Problem("topic_unknown", {"topic": package.topic}, "task.toml")


def grade_waiting() -> None:
    """Grade, here and now, what no other process has taken; the messages for it then do nothing."""
    now = timezone.now()
    waiting = Submission.objects.filter(state=State.QUEUED).exclude(paused_until__gt=now)
    for pk in list(waiting.order_by("priority", "created_at").values_list("pk", flat=True)[:GRADED_AT_ONCE]):
        submission_grade(pk)


class _Progress:
    """Between two draws: students go first, and the page hears how far it is, as often as a person can read.

    A validation takes minutes. Where one process serves every queue, students would wait for its end.
    """

    def __init__(self, pk: int, token: int) -> None:
        self.pk, self.token, self.written = pk, token, 0.0

    def __call__(self, done: int, wanted: int) -> None:
        grade_waiting()
        if time.monotonic() - self.written < PROGRESS_SECONDS:
            return
        if not upload_progress(pk=self.pk, token=self.token, done=done, wanted=wanted):
            raise LeaseLost
        self.written = time.monotonic()
