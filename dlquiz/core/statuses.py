"""How every state of the site is shown: a word, a sign and a tone, in one table for all pages."""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True)
class Status:
    """The label in the reader's language, the icon's name, and the tone: good, bad, warn, info or busy."""

    label: str | Promise
    icon: str
    tone: str


STATUSES: Final[dict[str, Status]] = {
    # Verdicts of a check, a case and a whole submission
    "pass": Status(pgettext_lazy("verdict", "Passed"), "check", "good"),
    "wrong": Status(pgettext_lazy("verdict", "Wrong"), "cross", "bad"),
    "crashed": Status(pgettext_lazy("verdict", "Crashed"), "bolt", "bad"),
    "timed_out": Status(pgettext_lazy("verdict", "Out of time"), "hourglass", "warn"),
    "out_of_memory": Status(pgettext_lazy("verdict", "Out of memory"), "memory", "warn"),
    "forbidden": Status(pgettext_lazy("verdict", "Not allowed"), "ban", "warn"),
    "no_result": Status(pgettext_lazy("verdict", "No result"), "question", "warn"),
    # Where a submission or an upload stands
    "queued": Status(_("Waiting"), "clock", "info"),
    "running": Status(_("Running"), "spinner", "busy"),
    "graded": Status(_("Graded"), "check", "info"),
    "infrastructure_error": Status(_("Our fault, not counted"), "redo", "warn"),
    "valid": Status(_("Valid"), "check", "good"),
    "refused": Status(_("Refused"), "cross", "bad"),
    "published": Status(_("Published"), "check", "good"),
    # Answers to questions
    "full": Status(_("Right"), "check", "good"),
    "partial": Status(_("Partly right"), "half", "warn"),
    "zero": Status(_("Not right"), "cross", "bad"),
    "provisional": Status(_("Provisional"), "clock", "info"),
    "open": Status(_("In progress"), "pencil", "info"),
    "submitted": Status(_("Answered"), "check", "info"),
    "not_started": Status(_("Not started"), "circle", "info"),
    # Work with a date
    "late": Status(_("Late"), "clock", "warn"),
    "missing": Status(_("Missing"), "alert", "bad"),
    "extended": Status(_("Extended"), "clock", "info"),
    "counts": Status(_("This one counts"), "star", "good"),
}
