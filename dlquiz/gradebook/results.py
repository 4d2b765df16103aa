"""What students earned: the best counted result of each at each item, as shares."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import OuterRef, Subquery

from dlquiz.attempts.models import Attempt, Mark
from dlquiz.courses.models import Course
from dlquiz.gradebook.items import Kind
from dlquiz.gradebook.marks import fraction_of
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


Results = dict[tuple[int, Kind, int], Result]


def results_of(course: Course, users: Sequence[int]) -> Results:
    """By (user, kind, item): what counts. Two queries, however many people and items."""
    found: Results = {}
    for (user, task), score in best_scores_of(course, users=users).items():
        fraction = fraction_of(score.score, score.max_score)
        found[user, "task", task] = Result(fraction, score.verdict, score.receipt, score.attempts)
    marks = list(_marks(course, users))
    attempts = Counter((user, question) for user, question, *_ in marks)
    for user, question, fraction, outcome, number in marks:
        # Best first, of equals the first given: what comes later for the same question does not count.
        result = Result(fraction, outcome, str(number), attempts[user, question])
        found.setdefault((user, "question", question), result)
    return found


def _marks(course: Course, users: Sequence[int]) -> Iterable[tuple[int, int, Decimal, str, int]]:
    newest = Mark.objects.newest_of(OuterRef("pk"))
    return (
        Attempt.objects.of_course(course)
        .practice()
        .submitted()
        .filter(user__in=users)
        .annotate(
            fraction=Subquery(newest.values("fraction")[:1]), outcome=Subquery(newest.values("outcome")[:1])
        )
        .filter(fraction__isnull=False)
        .order_by("-fraction", "number")
        .values_list("user_id", "question_id", "fraction", "outcome", "number")
    )
