"""The question page: the question with its form, or the answer with what was made of it."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from dlquiz.accounts.models import User
from dlquiz.attempts import selectors
from dlquiz.attempts.access import address_of, get_answer_of_user, get_attempt_for_user
from dlquiz.attempts.answering import FormAddresses, Trouble, conflict_trouble, form_context, status_of
from dlquiz.attempts.appeals import MAX_REASON_CHARACTERS, appeal_create, newest_appeal
from dlquiz.attempts.errors import AppealRefused, AttemptClosed, DraftConflict
from dlquiz.attempts.forms import AnswerForm, read_answer_form
from dlquiz.attempts.models import Attempt
from dlquiz.attempts.presentation import remark_text, review_of, saved_line
from dlquiz.attempts.quizzes import quiz_that_holds
from dlquiz.attempts.services import attempt_start, attempt_submit, draft_save
from dlquiz.core.query import whole_number
from dlquiz.courses.access import Role, has_role
from dlquiz.questions.access import get_question_for_user
from dlquiz.questions.models import Question
from dlquiz.questions.selectors import instance_of, kind_of, neighbours_of
from graders.answers.outcome import AnswerRefused


@require_safe
@login_required
def question(request: HttpRequest, course: str, slug: str) -> HttpResponse:
    """The open attempt's form, else the last attempt's review; ``?attempt=2`` shows that one."""
    user = cast(User, request.user)
    found = get_question_for_user(user, course, slug)
    held = _held(request, user, found)
    if held is not None:
        return held
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
            return _page(request, user, found, shown, Trouble(form, message=message))
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
        held = _held(request, user, found, status=409)
        if held is not None:
            draft_save(user=user, question=found, **form.as_arguments())
            return held
        submitted = attempt_submit(user=user, question=found, **form.as_arguments())
    except AttemptClosed as closed:
        return _to_attempt(found, closed.number)
    except DraftConflict as conflict:
        return _conflict_page(request, user, found, form, conflict)
    except AnswerRefused as refused:
        trouble = Trouble(form, message=remark_text(refused.remark.to_json()))
        return _page(request, user, found, selectors.current_attempt(user, found), trouble)
    return _to_attempt(found, submitted.number)


@require_POST
@login_required
def again(request: HttpRequest, course: str, slug: str) -> HttpResponse:
    """A new attempt: another variant where the question has some."""
    user = cast(User, request.user)
    found = get_question_for_user(user, course, slug)
    held = _held(request, user, found, status=409)
    if held is not None:
        return held
    attempt_start(user=user, question=found)
    return redirect("attempts:question", course=course, slug=slug)


@require_POST
@login_required
def appeal(request: HttpRequest, course: str, attempt: int) -> HttpResponse:
    """Ask a person to read an answer of one's own."""
    found = get_answer_of_user(cast(User, request.user), course, attempt)
    try:
        appeal_create(attempt=found, reason=request.POST.get("reason", ""))
    except AppealRefused as refused:
        messages.error(request, str(refused.message))
    return redirect(f"{address_of(found)}#appeal")


def _to_attempt(question: Question, number: int) -> HttpResponse:
    address = reverse("attempts:question", args=[question.course.slug, question.slug])
    return redirect(f"{address}?attempt={number}#review")


def _conflict_page(
    request: HttpRequest, user: User, question: Question, form: AnswerForm, conflict: DraftConflict
) -> HttpResponse:
    attempt = get_attempt_for_user(user, question, form.number)
    return _page(request, user, question, attempt, conflict_trouble(attempt, form, conflict))


def _held(request: HttpRequest, user: User, question: Question, status: int = 200) -> HttpResponse | None:
    """The page that stands in for a question of a quiz that can be sat now; the staff see the question."""
    quiz = quiz_that_holds(user, question)
    if quiz is None or has_role(user, question.course, Role.ASSISTANT):
        return None
    context = {"course": question.course, "topic": question.topic, "quiz": quiz}
    return render(request, "attempts/held.html", context, status=status)


def _page(
    request: HttpRequest,
    user: User,
    question: Question,
    attempt: Attempt | None,
    trouble: Trouble | None = None,
) -> HttpResponse:
    version = attempt.version if attempt else question.current
    assert version is not None
    number, kind = attempt.number if attempt else 1, kind_of(question)
    instance = instance_of(question, version, attempt.seed if attempt else 0)
    context: dict[str, Any] = {
        "course": question.course,
        "topic": question.topic,
        "question": question,
        "kind": kind,
        "varies": kind.varies(version.spec),
        "instance": instance,
        "neighbours": neighbours_of(question),
        "attempts": selectors.attempts_of(user, question),
        "number": number,
        "version": version,
    }
    if attempt is None or attempt.is_open:
        context |= form_context(question, instance, attempt, _addresses(user, question, number), trouble)
        return render(request, "attempts/question.html", context, status=status_of(trouble))
    context["review"] = review_of(attempt, *selectors.newest_marks(attempt))
    context["appeal"] = newest_appeal(attempt)
    context["appeal_limit"] = MAX_REASON_CHARACTERS
    return render(request, "attempts/question.html", context)


def _addresses(user: User, question: Question, number: int) -> FormAddresses:
    course, slug = question.course.slug, question.slug
    return FormAddresses(
        answer=reverse("attempts:answer", args=[course, slug]),
        save=reverse("attempts:save", args=[course, slug]),
        key=f"dlquiz:answer:{user.pk}:{course}/{slug}/{number}",
        actions="attempts/_actions.html",
    )
