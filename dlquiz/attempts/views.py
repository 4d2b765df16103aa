"""The question page: the question with its form, or the answer with what was made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from dlquiz.accounts.models import User
from dlquiz.attempts import selectors
from dlquiz.attempts.access import get_attempt_for_user
from dlquiz.attempts.appeals import MAX_REASON_CHARACTERS, appeal_create, newest_appeal
from dlquiz.attempts.errors import AppealRefused, AttemptClosed, DraftConflict
from dlquiz.attempts.forms import AnswerForm, read_answer_form
from dlquiz.attempts.models import Attempt
from dlquiz.attempts.presentation import autosave_texts, remark_text, review_of, saved_line
from dlquiz.attempts.services import attempt_start, attempt_submit, draft_save
from dlquiz.core.query import whole_number
from dlquiz.questions.access import get_question_for_user
from dlquiz.questions.models import Question
from dlquiz.questions.selectors import instance_of, kind_of, neighbours_of
from graders.answers.outcome import AnswerRefused


@dataclass(frozen=True)
class _Trouble:
    """What came in the way of an answer, for the page that shows the form again."""

    form: AnswerForm
    conflict: DraftConflict | None = None
    message: str = ""
    # The text that was saved elsewhere, as it is shown.
    other: str = ""


@require_safe
@login_required
def question(request: HttpRequest, course: str, slug: str) -> HttpResponse:
    """The open attempt's form, else the last attempt's review; ``?attempt=2`` shows that one."""
    user = cast(User, request.user)
    found = get_question_for_user(user, course, slug)
    wanted = request.GET.get("attempt", "")
    if wanted:
        number = whole_number(wanted)
        if number is None:
            raise Http404
        attempt: Attempt | None = get_attempt_for_user(user, found, number)
    else:
        attempt = selectors.current_attempt(user, found)
    return _page(request, user, found, attempt)


@require_POST
@login_required
def save(request: HttpRequest, course: str, slug: str) -> HttpResponse:
    """Keep what was typed: 200 with time and revision, 409 with the other text, 410 once answered.

    The save button of a page without scripts gets the page back instead.
    """
    user = cast(User, request.user)
    found = get_question_for_user(user, course, slug)
    form = read_answer_form(found, request.POST)
    plain = "plain" in request.POST
    try:
        saved = draft_save(user=user, question=found, **form.as_arguments())
    except DraftConflict as conflict:
        if plain:
            return _conflict_page(request, user, found, form, conflict)
        body = {"values": conflict.values, "revision": conflict.revision}
        return JsonResponse(body | {"saved": saved_line(conflict.saved_at)}, status=409)
    except AnswerRefused as refused:
        message = remark_text(refused.remark.to_json())
        if plain:
            shown = selectors.current_attempt(user, found)
            return _page(request, user, found, shown, _Trouble(form, message=message))
        return JsonResponse({"message": message}, status=422)
    except AttemptClosed as closed:
        if plain:
            return _to_attempt(found, closed.number)
        return JsonResponse({"attempt": closed.number}, status=410)
    if plain:
        return redirect("attempts:question", course=course, slug=slug)
    return JsonResponse({"revision": saved.draft_revision, "saved": saved_line(saved.draft_saved_at)})


@require_safe
@login_required
def preview(request: HttpRequest, course: str, slug: str) -> HttpResponse:
    """What was typed as it is read, in a few words of HTML; nothing is saved by it."""
    user = cast(User, request.user)
    found = get_question_for_user(user, course, slug)
    kind, attempt = kind_of(found), selectors.current_attempt(user, found)
    # As the question that is being answered reads it, whatever was published since.
    version = attempt.version if attempt is not None and attempt.is_open else found.current
    assert version is not None
    try:
        latex, message = kind.preview(version.spec, kind.read(request.GET)), ""
    except AnswerRefused as refused:
        latex, message = None, remark_text(refused.remark.to_json())
    context = {"formula": f"${latex}$" if latex else "", "message": message}
    return render(request, "attempts/_preview.html", context)


@require_POST
@login_required
def answer(request: HttpRequest, course: str, slug: str) -> HttpResponse:
    """Give the answer. Where it cannot be taken, the form comes back with all that was typed."""
    user = cast(User, request.user)
    found = get_question_for_user(user, course, slug)
    form = read_answer_form(found, request.POST)
    try:
        submitted = attempt_submit(user=user, question=found, **form.as_arguments())
    except AttemptClosed as closed:
        return _to_attempt(found, closed.number)
    except DraftConflict as conflict:
        return _conflict_page(request, user, found, form, conflict)
    except AnswerRefused as refused:
        trouble = _Trouble(form, message=remark_text(refused.remark.to_json()))
        return _page(request, user, found, selectors.current_attempt(user, found), trouble)
    return _to_attempt(found, submitted.number)


@require_POST
@login_required
def again(request: HttpRequest, course: str, slug: str) -> HttpResponse:
    """A new attempt: another variant where the question has some."""
    user = cast(User, request.user)
    found = get_question_for_user(user, course, slug)
    attempt_start(user=user, question=found)
    return redirect("attempts:question", course=course, slug=slug)


@require_POST
@login_required
def appeal(request: HttpRequest, course: str, slug: str) -> HttpResponse:
    """Ask a person to read an answer."""
    user = cast(User, request.user)
    found = get_question_for_user(user, course, slug)
    attempt = get_attempt_for_user(user, found, whole_number(request.POST.get("attempt", "")) or 0)
    try:
        appeal_create(attempt=attempt, reason=request.POST.get("reason", ""))
    except AppealRefused as refused:
        messages.error(request, str(refused.message))
    return _to_attempt(found, attempt.number)


def _to_attempt(question: Question, number: int) -> HttpResponse:
    address = reverse("attempts:question", args=[question.course.slug, question.slug])
    return redirect(f"{address}?attempt={number}#review")


def _conflict_page(
    request: HttpRequest, user: User, question: Question, form: AnswerForm, conflict: DraftConflict
) -> HttpResponse:
    attempt = get_attempt_for_user(user, question, form.number)
    other = kind_of(question).display(attempt.version.spec, attempt.seed, conflict.values)
    return _page(request, user, question, attempt, _Trouble(form, conflict=conflict, other=other))


def _page(
    request: HttpRequest,
    user: User,
    question: Question,
    attempt: Attempt | None,
    trouble: _Trouble | None = None,
) -> HttpResponse:
    version = attempt.version if attempt else question.current
    assert version is not None
    seed = attempt.seed if attempt else 0
    kind = kind_of(question)
    context: dict[str, Any] = {
        "course": question.course,
        "topic": question.topic,
        "question": question,
        "kind": kind,
        "varies": kind.varies(version.spec),
        "instance": instance_of(question, version, seed),
        "neighbours": neighbours_of(question),
        "attempts": selectors.attempts_of(user, question),
        "number": attempt.number if attempt else 1,
        "version": version,
        "trouble": trouble,
    }
    if attempt is None or attempt.is_open:
        context |= _form_context(attempt, trouble)
        context["inputs"] = kind.inputs(context["instance"], context["values"])
        return render(request, "attempts/question.html", context, status=_status(trouble))
    context["review"] = review_of(attempt, *selectors.newest_marks(attempt))
    context["appeal"] = newest_appeal(attempt)
    context["appeal_limit"] = MAX_REASON_CHARACTERS
    return render(request, "attempts/question.html", context)


def _form_context(attempt: Attempt | None, trouble: _Trouble | None) -> dict[str, Any]:
    revision = attempt.draft_revision if attempt else 0
    values = attempt.draft if attempt else {}
    if trouble is not None:
        values = trouble.form.values
    return {
        "values": values,
        "revision": revision,
        "texts": autosave_texts(),
        "saved": saved_line(attempt.draft_saved_at if attempt else None),
    }


def _status(trouble: _Trouble | None) -> int:
    if trouble is None:
        return 200
    return 409 if trouble.conflict else 422
