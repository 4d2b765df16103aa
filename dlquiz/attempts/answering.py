"""What the pages of a question need to show its form, in practice and in a quiz."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dlquiz.attempts.errors import DraftConflict
from dlquiz.attempts.forms import AnswerForm
from dlquiz.attempts.models import Attempt
from dlquiz.attempts.presentation import autosave_texts, saved_line
from dlquiz.questions.kind import Instance
from dlquiz.questions.models import Question
from dlquiz.questions.selectors import kind_of

_CONFLICT, _UNREADABLE = 409, 422


@dataclass(frozen=True)
class Trouble:
    """What came in the way of an answer, for the page that shows the form again."""

    form: AnswerForm
    conflict: DraftConflict | None = None
    message: str = ""
    # The text that was saved elsewhere, as it is shown.
    other: str = ""


@dataclass(frozen=True)
class FormAddresses:
    """Where a form is sent, under which key the device keeps what was typed, and the buttons' template."""

    answer: str
    save: str
    key: str
    actions: str


def form_context(
    question: Question,
    instance: Instance,
    attempt: Attempt | None,
    form: FormAddresses,
    trouble: Trouble | None,
) -> dict[str, Any]:
    """The context of ``attempts/_form.html``: what was typed comes first, then what was saved."""
    values = attempt.draft if attempt else {}
    if trouble is not None:
        values = trouble.form.values
    return {
        "form": form,
        "trouble": trouble,
        "values": values,
        "revision": attempt.draft_revision if attempt else 0,
        "texts": autosave_texts(),
        "saved": saved_line(attempt.draft_saved_at if attempt else None),
        "inputs": kind_of(question).inputs(instance, values),
    }


def conflict_trouble(attempt: Attempt, form: AnswerForm, conflict: DraftConflict) -> Trouble:
    """Another text was saved elsewhere: both are shown."""
    other = kind_of(attempt.question).display(attempt.version.spec, attempt.seed, conflict.values)
    return Trouble(form, conflict=conflict, other=other)


def status_of(trouble: Trouble | None) -> int:
    """The status of a page that shows the form (again)."""
    if trouble is None:
        return 200
    return _CONFLICT if trouble.conflict else _UNREADABLE
