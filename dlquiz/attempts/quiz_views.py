"""The pages of a quiz: its rules, the sitting with its questions, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from dlquiz.accounts.models import User
from dlquiz.attempts import quizzes
from dlquiz.attempts.access import get_quiz_for_user, get_sitting_for_user
from dlquiz.attempts.answering import FormAddresses, Trouble, conflict_trouble, form_context, status_of
from dlquiz.attempts.appeals import MAX_REASON_CHARACTERS, newest_appeal
from dlquiz.attempts.errors import AttemptClosed, DraftConflict, SittingClosed, SittingRefused
from dlquiz.attempts.forms import read_answer_form
from dlquiz.attempts.models import Attempt, Sitting
from dlquiz.attempts.presentation import remark_text, review_of, saved_line
from dlquiz.attempts.quiz_presentation import Place, places_of, result_of
from dlquiz.attempts.selectors import newest_marks
from dlquiz.attempts.sittings import sitting_close, sitting_keep, sitting_start
from dlquiz.questions.selectors import instance_of, kind_of
from graders.answers.outcome import AnswerRefused


@require_safe
@login_required
def quiz(request: HttpRequest, course: str, slug: str) -> HttpResponse:
    """The rules, the button that starts it, and the sittings so far."""
    user = cast(User, request.user)
    found = get_quiz_for_user(user, course, slug)
    sittings = [_settled(sitting) for sitting in quizzes.sittings_of(user, found)]
    entries = quizzes.quiz_questions(found)
    context = {
        "course": found.course,
        "quiz": found,
        "questions": len(entries),
        "points": sum((entry.points for entry in entries), start=0),
        "sittings": [(sitting, result_of(sitting)) for sitting in sittings],
        "open": next((sitting for sitting in sittings if sitting.is_open), None),
        "left": max(found.sittings_allowed - len(sittings), 0),
        "is_over": quizzes.is_over(found),
        "shows_marks": quizzes.shows_marks(found),
    }
    return render(request, "attempts/quiz.html", context)


@require_POST
@login_required
def start(request: HttpRequest, course: str, slug: str) -> HttpResponse:
    """Start the quiz, or go on with it."""
    user = cast(User, request.user)
    found = get_quiz_for_user(user, course, slug)
    try:
        sitting = sitting_start(user=user, assignment=found)
    except SittingRefused as refused:
        messages.error(request, str(refused.message))
        return redirect("attempts:quiz", course=course, slug=slug)
    first = quizzes.attempts_in(sitting)[0].question.slug
    return redirect("attempts:sitting_question", course, slug, sitting.number, first)


@require_safe
@login_required
def sitting(request: HttpRequest, course: str, slug: str, number: int) -> HttpResponse:
    """What is answered and what is not, and the button that hands it in; later, what came of it."""
    return _sitting_page(request, _sitting(request, course, slug, number))


@require_POST
@login_required
def hand_in(request: HttpRequest, course: str, slug: str, number: int) -> HttpResponse:
    """The end, by the student's wish or because the page's clock ran out."""
    found = _sitting(request, course, slug, number)
    if found.is_open:
        sitting_close(sitting=found)
        messages.success(request, gettext("Handed in. Every answer that was saved is in it."))
    return redirect("attempts:sitting", course, slug, number)


@require_safe
@login_required
def question(request: HttpRequest, course: str, slug: str, number: int, question: str) -> HttpResponse:
    """One question of the sitting: its form while it is open, then its review once that may be seen."""
    found = _sitting(request, course, slug, number)
    seat = _seat(found, question)
    if found.is_open:
        return _form_page(request, seat)
    if not quizzes.shows_answers(found.assignment):
        return redirect("attempts:sitting", course, slug, number)
    attempt = seat.place.attempt
    context = _question_context(seat) | {
        "review": review_of(attempt, *newest_marks(attempt), points=seat.place.points),
        "appeal": newest_appeal(attempt),
        "appeal_limit": MAX_REASON_CHARACTERS,
    }
    return render(request, "attempts/sitting_question.html", context)


@require_POST
@login_required
def save(request: HttpRequest, course: str, slug: str, number: int, question: str) -> HttpResponse:
    """Keep what was typed: answered as practice does, 410 once the quiz is handed in or its time over."""
    found = _sitting(request, course, slug, number)
    attempt = _attempt(found, question)
    plain = request.POST.get("plain", "")
    form = read_answer_form(attempt.question, request.POST)
    try:
        saved = sitting_keep(
            sitting=found, question=attempt.question, revision=form.revision, values=form.values
        )
    except DraftConflict as conflict:
        if plain:
            return _form_page(request, _seat(found, question), conflict_trouble(attempt, form, conflict))
        body = {"values": conflict.values, "revision": conflict.revision}
        return JsonResponse(body | {"saved": saved_line(conflict.saved_at)}, status=409)
    except AnswerRefused as refused:
        message = remark_text(refused.remark.to_json())
        if plain:
            return _form_page(request, _seat(found, question), Trouble(form, message=message))
        return JsonResponse({"message": message}, status=422)
    except (SittingClosed, AttemptClosed):
        if plain:
            typed = kind_of(attempt.question).display(attempt.version.spec, attempt.seed, form.values)
            return _sitting_page(request, _settled(found), typed_too_late=typed, status=410)
        return JsonResponse({"sitting": number}, status=410)
    if not plain:
        return JsonResponse({"revision": saved.draft_revision, "saved": saved_line(saved.draft_saved_at)})
    if plain == "stay":
        return redirect("attempts:sitting_question", course, slug, number, question)
    after = _seat(found, question).after
    if after is None:
        return redirect("attempts:sitting", course, slug, number)
    return redirect("attempts:sitting_question", course, slug, number, after.slug)


@require_POST
@login_required
def flag(request: HttpRequest, course: str, slug: str, number: int, question: str) -> HttpResponse:
    """Put a flag on a question, to come back to it, or take it off."""
    found = _sitting(request, course, slug, number)
    attempt = _attempt(found, question)
    if found.is_open:
        Attempt.objects.filter(pk=attempt.pk).update(is_flagged="on" in request.POST)
    return redirect("attempts:sitting_question", course, slug, number, question)


@dataclass(frozen=True)
class _Seat:
    """A question of a sitting among the others."""

    sitting: Sitting
    places: Sequence[Place]
    place: Place

    @property
    def before(self) -> Place | None:
        return self.places[self.place.number - 2] if self.place.number > 1 else None

    @property
    def after(self) -> Place | None:
        return self.places[self.place.number] if self.place.number < len(self.places) else None


def _sitting(request: HttpRequest, course: str, slug: str, number: int) -> Sitting:
    return _settled(get_sitting_for_user(cast(User, request.user), course, slug, number))


def _settled(sitting: Sitting) -> Sitting:
    """A sitting whose time is over is handed in before anything is shown of it."""
    return sitting_close(sitting=sitting) if quizzes.is_overdue(sitting) else sitting


def _seat(sitting: Sitting, slug: str) -> _Seat:
    places = places_of(sitting)
    place = next((one for one in places if one.slug == slug), None)
    if place is None:
        raise Http404
    place.attempt.question.course = sitting.assignment.course
    return _Seat(sitting, places, place)


def _attempt(sitting: Sitting, slug: str) -> Attempt:
    found = sitting.attempts.filter(question__slug=slug).select_related("question", "version").first()
    if found is None:
        raise Http404
    return found


def _sitting_page(
    request: HttpRequest, sitting: Sitting, *, typed_too_late: str = "", status: int = 200
) -> HttpResponse:
    context = _sitting_context(sitting, places_of(sitting, reading=True))
    context["typed_too_late"] = typed_too_late
    return render(request, "attempts/sitting.html", context, status=status)


def _sitting_context(sitting: Sitting, places: Sequence[Place]) -> dict[str, Any]:
    left = quizzes.remaining(sitting) if sitting.is_open else None
    return {
        "course": sitting.assignment.course,
        "quiz": sitting.assignment,
        "sitting": sitting,
        "places": places,
        "seconds": None if left is None else int(left.total_seconds()),
        "result": result_of(sitting),
        "shows_marks": quizzes.shows_marks(sitting.assignment),
        "shows_answers": quizzes.shows_answers(sitting.assignment),
    }


def _question_context(seat: _Seat) -> dict[str, Any]:
    attempt = seat.place.attempt
    return _sitting_context(seat.sitting, seat.places) | {
        "place": seat.place,
        "question": attempt.question,
        "kind": kind_of(attempt.question),
        "version": attempt.version,
        "number": attempt.number,
        "instance": instance_of(attempt.question, attempt.version, attempt.seed),
        "before": seat.before,
        "after": seat.after,
    }


def _form_page(request: HttpRequest, seat: _Seat, trouble: Trouble | None = None) -> HttpResponse:
    context = _question_context(seat)
    sitting, attempt = seat.sitting, seat.place.attempt
    quiz = sitting.assignment
    save = reverse(
        "attempts:sitting_save", args=[quiz.course.slug, quiz.slug, sitting.number, seat.place.slug]
    )
    form = FormAddresses(
        answer=save,
        save=save,
        key=f"dlquiz:sitting:{sitting.pk}/{seat.place.slug}",
        actions="attempts/_quiz_actions.html",
    )
    context |= form_context(attempt.question, context["instance"], attempt, form, trouble)
    return render(request, "attempts/sitting_question.html", context, status=status_of(trouble))
