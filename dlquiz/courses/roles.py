"""What a member of a course may be, in order: each may do all that the one before may."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """Ordered by rank: STUDENT < ASSISTANT < INSTRUCTOR < ADMIN."""

    STUDENT = "student", _("student")
    ASSISTANT = "assistant", _("teaching assistant")
    INSTRUCTOR = "instructor", _("instructor")
    ADMIN = "admin", _("administrator")

    @property
    def rank(self) -> int:
        return list(type(self)).index(self)

    def __lt__(self, other: object) -> bool:
        # str would compare by letter, and "admin" come before "student".
        return self.rank < other.rank if isinstance(other, Role) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self.rank <= other.rank if isinstance(other, Role) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self.rank > other.rank if isinstance(other, Role) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self.rank >= other.rank if isinstance(other, Role) else NotImplemented
