"""What must hold in the end, whatever was killed."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Count

from dlquiz.submissions.models import Grade, Grading, State, Submission


def all_graded(count: int) -> Callable[[], bool]:
    """Whether so many submissions have come to their grade."""
    return lambda: Submission.objects.filter(state=State.GRADED).count() == count


def is_being_graded(submission: Submission, attempt: int) -> Callable[[], bool]:
    """Whether a worker is in the middle of it: some cases are decided, others are not."""
    running = Grading.objects.filter(submission=submission, attempt=attempt, ended_at=None)
    return lambda: running.exclude(progress=[]).exists()


def assert_one_grade_each(count: int) -> None:
    """So many submissions, each with exactly one grade, and nothing left open."""
    assert Submission.objects.filter(state=State.GRADED).count() == count
    assert Submission.objects.count() == count
    grades = Submission.objects.annotate(found=Count("grades")).values_list("found", flat=True)
    assert set(grades) == {1}
    assert Grade.objects.count() == count
    assert set(Grade.objects.values_list("number", flat=True)) == {1}


def outcomes_of(submission: Submission) -> list[str]:
    """How each attempt at it ended."""
    return list(submission.gradings.order_by("attempt").values_list("outcome", flat=True))
