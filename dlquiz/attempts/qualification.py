"""Whether a question's automatic full marks have been right often enough to stand in graded work."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from dlquiz.attempts.models import Mark
from dlquiz.questions.models import QuestionVersion
from graders.answers.qualification import is_qualified, lower_bound


@dataclass(frozen=True)
class Qualification:
    """Of ``total`` answers that the marker found fully right and a person has read, ``right`` were so."""

    right: int
    total: int

    @property
    def lower_bound(self) -> float:
        """Of the share, one-sided 95 %."""
        return lower_bound(self.right, self.total)

    @property
    def is_reached(self) -> bool:
        return is_qualified(self.right, self.total)


def qualification_of(version: QuestionVersion) -> Qualification:
    """How far the automatic full marks of a version can be trusted."""
    return qualifications_of([version])[version.pk]


def qualifications_of(versions: Iterable[QuestionVersion]) -> dict[int, Qualification]:
    """By the people's marks of each version's answers; each answer counts once, by its newest such mark.

    A mark that was inherited is nobody's reading. What the marker found is taken from its own last mark
    before: what was learned later does not change what was foreseen. One query, however many versions.
    """
    foreseen = Mark.objects.filter(
        attempt=OuterRef("attempt"), number__lt=OuterRef("number"), marker=Mark.Marker.AUTO
    ).order_by("-number")
    keys = [version.pk for version in versions]
    read = (
        Mark.objects.filter(attempt__version__in=keys, marker=Mark.Marker.PERSON, by__isnull=False)
        .annotate(foreseen=Subquery(foreseen.values("feedback__outcome")[:1]))
        .order_by("attempt_id", "number")
        .values_list("attempt_id", "attempt__version_id", "foreseen", "outcome")
    )
    # In the order of their numbers: the newest of an attempt stays.
    newest = {attempt: (version, found, outcome) for attempt, version, found, outcome in read}
    outcomes: dict[int, list[str]] = {key: [] for key in keys}
    for version, found, outcome in newest.values():
        if found == Mark.Outcome.FULL:
            outcomes[version].append(outcome)
    return {
        key: Qualification(sum(outcome == Mark.Outcome.FULL for outcome in known), len(known))
        for key, known in outcomes.items()
    }
