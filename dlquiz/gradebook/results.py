"""What students earned: the best counted result of each at each item, as shares."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import OuterRef, Subquery

from dlquiz.attempts.models import Attempt, Mark
from dlquiz.attempts.querysets import AttemptQuerySet
from dlquiz.courses.models import AssignmentItem, Course
from dlquiz.gradebook.items import PRACTICE, Kind
from dlquiz.gradebook.marks import ZERO, fraction_of
from dlquiz.submissions.selectors import best_scores_of


@dataclass(frozen=True)
class Result:
    """``status`` is a name of ``dlquiz.core.statuses``; ``reference`` the receipt or attempt number.

    ``attempts`` is how many results it was chosen from.
    """

    fraction: Decimal
    status: str
    reference: str
    attempts: int

    @property
    def is_provisional(self) -> bool:
        return self.status == "provisional"


# By user, kind, question or task, and quiz (``PRACTICE`` where it belongs to none).
Results = dict[tuple[int, Kind, int, int], Result]


def results_of(course: Course, users: Sequence[int]) -> Results:
    """What counts of each person's work. Three queries, one more where a quiz was sat."""
    found: Results = {}
    for (user, task), score in best_scores_of(course, users=users).items():
        fraction = fraction_of(score.score, score.max_score)
        found[user, "task", task, PRACTICE] = Result(fraction, score.verdict, score.receipt, score.attempts)
    marks = list(_marks(Attempt.objects.practice().of_course(course).filter(user__in=users)))
    attempts = Counter((user, question) for user, question, *_ in marks)
    for user, question, fraction, outcome, number in marks:
        # Best first, of equals the first given: what comes later for the same question does not count.
        result = Result(fraction, outcome, str(number), attempts[user, question])
        found.setdefault((user, "question", question, PRACTICE), result)
    return found | _quiz_results(course, users)


def _quiz_results(course: Course, users: Sequence[int]) -> Results:
    """Of each quiz the sitting that earned most, as a whole."""
    handed_in = (
        Attempt.objects.of_course(course)
        .filter(user__in=users, sitting__closed_at__isnull=False)
        .annotate(fraction=_newest("fraction"), outcome=_newest("outcome"))
        .values_list(
            "user_id", "sitting__assignment_id", "sitting__number", "question_id", "question__slug",
            "fraction", "outcome",
        )
    )  # fmt: skip
    sat: dict[tuple[int, int], dict[int, list[tuple[int, str, Decimal, str]]]] = {}
    for user, quiz, number, question, slug, fraction, outcome in handed_in:
        if fraction is not None:
            sitting = sat.setdefault((user, quiz), {}).setdefault(number, [])
            sitting.append((question, slug, fraction, outcome))
    worth = _worth(course) if sat else {}
    found: Results = {}
    for (user, quiz), sittings in sat.items():
        earned = {
            number: sum(fraction * worth.get((quiz, slug), ZERO) for _, slug, fraction, _ in answers)
            for number, answers in sittings.items()
        }
        best = min(sittings, key=lambda number: (-earned[number], number))
        for question, _, fraction, outcome in sittings[best]:
            found[user, "question", question, quiz] = Result(fraction, outcome, str(best), len(sittings))
    return found


def _worth(course: Course) -> dict[tuple[int, str], Decimal]:
    """What a question is worth in a quiz."""
    items = AssignmentItem.objects.filter(assignment__course=course, kind=AssignmentItem.Kind.QUESTION)
    return {(quiz, slug): points for quiz, slug, points in items.values_list("assignment", "slug", "points")}


def _newest(name: str) -> Subquery:
    return Subquery(Mark.objects.newest_of(OuterRef("pk")).values(name)[:1])


def _marks(attempts: AttemptQuerySet) -> Iterable[tuple[int, int, Decimal, str, int]]:
    return (
        attempts.submitted()
        .annotate(fraction=_newest("fraction"), outcome=_newest("outcome"))
        .filter(fraction__isnull=False)
        .order_by("-fraction", "number")
        .values_list("user_id", "question_id", "fraction", "outcome", "number")
    )
