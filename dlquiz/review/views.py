"""The review: what waits, a question's answers in groups, and single answers read without their marks."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dlquiz.accounts.models import User
from dlquiz.attempts.models import Attempt, Mark
from dlquiz.attempts.qualification import qualification_of
from dlquiz.attempts.selectors import newest_marks
from dlquiz.courses.access import Role, get_course_for_user
from dlquiz.questions.access import get_question_for_user
from dlquiz.questions.models import Question
from dlquiz.questions.selectors import instance_of, kind_of, question_title
from dlquiz.review import queue
from dlquiz.review.access import get_answer_for_user
from dlquiz.review.decisions import Decided, DecisionRefused, Judgement, answers_decide
from dlquiz.review.forms import read_judgement, read_seen
from dlquiz.review.groups import MAX_ANSWERS, groups_of
from graders.answers.outcome import Verdict

REFUSED = {
    "decide_none_chosen": _("No answer was chosen. Tick those that your verdicts are about."),
    "decide_concept_missing": _("Say of every point whether it is there. Nothing was marked."),
    "decide_share_missing": _("Say how much of the marks it is worth, from 0 to 100. Nothing was marked."),
    "decide_comment_too_long": _("The comment is too long: at most 2000 characters. Nothing was marked."),
}
VERDICTS = (
    (Verdict.SUPPORTED.value, _("Said")),
    (Verdict.ABSENT.value, _("Not said")),
    (Verdict.CONTRADICTED.value, _("The opposite is said")),
)


@require_safe
@login_required
def overview(request: HttpRequest, course: str) -> HttpResponse:
    """All that waits in a course."""
    found = get_course_for_user(request.user, course, Role.ASSISTANT)
    return render(request, "review/queue.html", {"course": found, "queue": queue.queue_of(found)})


@require_safe
@login_required
def question(request: HttpRequest, course: str, slug: str) -> HttpResponse:
    """A question's waiting answers in groups, each with one form for all of its answers."""
    found = get_question_for_user(request.user, course, slug, Role.ASSISTANT)
    return _groups_page(request, found)


@require_POST
@login_required
def decide(request: HttpRequest, course: str, slug: str) -> HttpResponse:
    """Mark the chosen answers of a group."""
    found = get_question_for_user(request.user, course, slug, Role.ASSISTANT)
    try:
        decided = answers_decide(
            question=found,
            by=cast(User, request.user),
            seen=read_seen(request.POST.getlist("answer")),
            judgement=read_judgement(request.POST),
            comment=request.POST.get("comment", ""),
        )
    except DecisionRefused as refused:
        messages.error(request, str(REFUSED[refused.code]))
        return _groups_page(request, found, status=422)
    _tell(request, decided)
    return redirect("review:question", course=course, slug=slug)


@require_safe
@login_required
def next_appeal(request: HttpRequest, course: str) -> HttpResponse:
    """To the appeal that has waited longest."""
    found = get_course_for_user(request.user, course, Role.ASSISTANT)
    return _to_next(request, course, queue.open_appeals(found).first(), gettext("No appeal is waiting."))


@require_safe
@login_required
def next_audit(request: HttpRequest, course: str) -> HttpResponse:
    """To the next answer that was drawn to check its automatic mark."""
    found = get_course_for_user(request.user, course, Role.ASSISTANT)
    return _to_next(
        request, course, queue.open_audits(found).first(), gettext("No automatic mark is left to be checked.")
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def answer(request: HttpRequest, course: str, attempt: int) -> HttpResponse:
    """One answer, to be judged without its mark and its author in sight; then both marks side by side."""
    found = get_answer_for_user(request.user, course, attempt)
    if request.method != "POST":
        return _answer_page(request, found)
    appeal = queue.open_appeal_of(found)
    cause = Mark.Cause.APPEALED if appeal else Mark.Cause.AUDITED if found.is_audited else Mark.Cause.REVIEWED
    judgement = read_judgement(request.POST)
    try:
        decided = answers_decide(
            question=found.question,
            by=cast(User, request.user),
            seen=read_seen(request.POST.getlist("answer")),
            judgement=judgement,
            comment=request.POST.get("comment", ""),
            cause=cause,
        )
    except DecisionRefused as refused:
        messages.error(request, str(REFUSED[refused.code]))
        return _answer_page(request, found, judgement=judgement, status=422)
    _tell(request, decided)
    return redirect("review:answer", course=course, attempt=attempt)


def _to_next(request: HttpRequest, course: str, attempt: Attempt | None, nothing: str) -> HttpResponse:
    if attempt is None:
        messages.info(request, nothing)
        return redirect("review:queue", course=course)
    return redirect("review:answer", course=course, attempt=attempt.pk)


def _tell(request: HttpRequest, decided: Decided) -> None:
    if decided.marked:
        text = ngettext("%(n)s answer was marked.", "%(n)s answers were marked.", decided.marked)
        messages.success(request, text % {"n": decided.marked})
    if decided.overtaken:
        text = ngettext(
            "%(n)s answer had got another mark meanwhile and was left alone.",
            "%(n)s answers had got another mark meanwhile and were left alone.",
            decided.overtaken,
        )
        messages.warning(request, text % {"n": decided.overtaken})


def _groups_page(request: HttpRequest, found: Question, *, status: int = 200) -> HttpResponse:
    assert found.current is not None
    waiting = queue.waiting_answers(found.course).at(found)
    context = {
        "course": found.course,
        "question": found,
        "title": question_title(found),
        "instance": instance_of(found, found.current, 0),
        "groups": groups_of(waiting),
        "waiting": waiting.count(),
        "limit": MAX_ANSWERS,
        "qualification": qualification_of(found.current),
        "verdicts": VERDICTS,
        # What was written for a group whose verdicts could not be taken stays in its place.
        "refused_group": request.POST.get("group", ""),
        "comment": request.POST.get("comment", ""),
        "teachable": bool(kind_of(found).rubric_table(found.current.spec)),
    }
    return render(request, "review/question.html", context, status=status)


def _answer_page(
    request: HttpRequest, attempt: Attempt, *, judgement: Judgement | None = None, status: int = 200
) -> HttpResponse:
    newest, before = newest_marks(attempt)
    appeal = queue.open_appeal_of(attempt)
    read = newest.by_id is not None and newest.cause != Mark.Cause.REGRADED and appeal is None
    kind, version = kind_of(attempt.question), attempt.version
    texts = kind.concept_texts(version.spec)
    chosen = judgement.verdicts if judgement else {}
    context: dict[str, Any] = {
        "course": attempt.question.course,
        "question": attempt.question,
        "title": question_title(attempt.question),
        "attempt": attempt,
        "instance": instance_of(attempt.question, version, attempt.seed),
        "text": kind.display(version.spec, attempt.seed, attempt.answer or {}),
        "appeal": appeal,
        "concepts": [
            {"id": name, "say": texts[name], "chosen": chosen[name].value if name in chosen else ""}
            for name in kind.concept_marks(version.spec)
        ],
        "verdicts": VERDICTS,
        "seen": f"{attempt.pk}:{newest.number}",
        "read": read,
        "newest": newest,
        "before": before,
        "comment": request.POST.get("comment", ""),
    }
    return render(request, "review/answer.html", context, status=status)
