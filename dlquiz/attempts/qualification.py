"""Whether a question's automatic full marks have been right often enough to stand in graded work."""

from __future__ import annotations

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
    """By the people's marks of the version's answers; each answer counts once, by its newest such mark.

    A mark that was inherited is nobody's reading. What the marker found is taken from its own last mark
    before: what was learned later does not change what was foreseen.
    """
    foreseen = Mark.objects.filter(
        attempt=OuterRef("attempt"), number__lt=OuterRef("number"), marker=Mark.Marker.AUTO
    ).order_by("-number")
    read = (
        Mark.objects.filter(attempt__version=version, marker=Mark.Marker.PERSON, by__isnull=False)
        .annotate(foreseen=Subquery(foreseen.values("feedback__outcome")[:1]))
        .order_by("attempt_id", "-number")
        .distinct("attempt_id")
        .values_list("foreseen", "outcome")
    )
    outcomes = [outcome for found, outcome in read if found == Mark.Outcome.FULL]
    return Qualification(sum(outcome == Mark.Outcome.FULL for outcome in outcomes), len(outcomes))
