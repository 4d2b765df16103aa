"""Teaching the marker from an answer: choose the words, see what would change, approve."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dlquiz.accounts.models import User
from dlquiz.attempts.models import Attempt, Mark
from dlquiz.core.query import whole_number
from dlquiz.courses.access import Role, get_course_for_user, has_role
from dlquiz.questions.access import get_question_for_user
from dlquiz.questions.models import Phrasing, Question
from dlquiz.questions.selectors import kind_of, question_title
from dlquiz.review import teaching
from dlquiz.review.access import get_answer_for_user, get_phrasing_for_user
from dlquiz.review.forms import read_seen
from dlquiz.review.replay import Replay, replay
from graders.answers.text.learned import EFFECTS
from graders.answers.text.proposals import MAX_WORDS, Proposal, WordsRefused

DECISIONS_PER_PAGE = 50
EFFECT_LABELS = {
    "accept": _("These words earn it"),
    "contradict": _("These words say the opposite"),
    "doubt": _("A person should look at these words"),
}
REFUSED = {
    "learn_not_in_answer": _("These words do not stand in the answer. Copy them from it, as they are."),
    "learn_too_long": _("These are too many words. Choose the few that say it, at most %(limit)s."),
    "learn_no_content": _("Nothing can be learned from these words alone; choose those that carry the idea."),
    "learn_echo": _("These words stand in the question itself; whoever repeats it would earn marks."),
    "learn_concept_unknown": _("Choose which point the words are about."),
    "learn_changes_nothing": _(
        "The marker reads these words so already, or something else in the answer stands against it."
    ),
}


@dataclass(frozen=True)
class Lesson:
    """A proposal with what it would change."""

    number: int
    proposal: Proposal
    replay: Replay
    terms: Sequence[str]


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def teach(request: HttpRequest, course: str, slug: str) -> HttpResponse:
    """Words of an answer and what they mean; then what may follow from them, each with its replay."""
    question = get_question_for_user(request.user, course, slug, Role.ASSISTANT)
    sent = request.POST if request.method == "POST" else request.GET
    attempt = get_answer_for_user(request.user, course, whole_number(sent.get("attempt", "")) or 0)
    if attempt.question_id != question.pk or not _teachable(question):
        raise Http404
    words, concept, effect = (sent.get(name, "") for name in ("words", "concept", "effect"))
    lessons: list[Lesson] = []
    if words:
        try:
            lessons = _lessons(attempt, words, concept, effect)
        except WordsRefused as refused:
            messages.error(request, str(REFUSED[refused.code]) % {"limit": MAX_WORDS})
    if request.method == "POST":
        chosen = whole_number(sent.get("lesson", ""))
        lesson = next((one for one in lessons if one.number == chosen), None)
        if lesson is not None:
            kept = teaching.phrasing_propose(
                question=question, by=cast(User, request.user), learned=lesson.proposal.learned
            )
            return redirect("review:phrasing", course=course, phrasing=kept.pk)
    assert question.current is not None
    kind = kind_of(question)
    context = {
        "course": question.course,
        "question": question,
        "title": question_title(question),
        "attempt": attempt,
        "text": (attempt.answer or {}).get(kind.rubric_field, ""),
        "concepts": _concepts(question),
        "effects": [(name, EFFECT_LABELS[name]) for name in EFFECTS],
        "words": words,
        "concept": concept,
        "effect": effect or EFFECTS[0],
        "lessons": lessons,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "review/teach.html", context, status=status)


@require_safe
@login_required
def phrasing(request: HttpRequest, course: str, phrasing: int) -> HttpResponse:
    """Something taught: what would change by it, or what was decided."""
    found = get_phrasing_for_user(request.user, course, phrasing)
    context = {
        "course": found.question.course,
        "question": found.question,
        "phrasing": found,
        "title": question_title(found.question),
        "concept": _concepts(found.question).get(found.learned.get("concept", "")),
        "effect": EFFECT_LABELS[found.learned["effect"]],
        "replay": replay(found.question, found.learned) if found.state == Phrasing.State.PROPOSED else None,
        "may_decide": has_role(request.user, found.question.course, Role.INSTRUCTOR),
    }
    return render(request, "review/phrasing.html", context)


@require_POST
@login_required
def approve(request: HttpRequest, course: str, phrasing: int) -> HttpResponse:
    """Use it from now on, and mark the ticked answers again."""
    found = get_phrasing_for_user(request.user, course, phrasing, Role.INSTRUCTOR)
    try:
        done = teaching.phrasing_approve(
            phrasing=found, by=cast(User, request.user), regrade=read_seen(request.POST.getlist("answer"))
        )
    except teaching.PhrasingDecided:
        return _decided_before(request, course, phrasing)
    text = ngettext(
        "The marker knows it now. %(n)s answer was marked again.",
        "The marker knows it now. %(n)s answers were marked again.",
        done.marked,
    )
    messages.success(request, text % {"n": done.marked})
    return redirect("review:phrasing", course=course, phrasing=phrasing)


@require_POST
@login_required
def reject(request: HttpRequest, course: str, phrasing: int) -> HttpResponse:
    """Not to be used: a proposal is rejected, what is in use is retired."""
    found = get_phrasing_for_user(request.user, course, phrasing, Role.INSTRUCTOR)
    user = cast(User, request.user)
    try:
        if found.state == Phrasing.State.APPROVED:
            teaching.phrasing_retire(phrasing=found, by=user)
        else:
            teaching.phrasing_reject(phrasing=found, by=user)
    except teaching.PhrasingDecided:
        return _decided_before(request, course, phrasing)
    messages.success(request, gettext("The marker does not use it. Marks are not changed by this."))
    return redirect("review:phrasing", course=course, phrasing=phrasing)


@require_safe
@login_required
def history(request: HttpRequest, course: str) -> HttpResponse:
    """Everything that people decided in a course, newest first."""
    found = get_course_for_user(request.user, course, Role.ASSISTANT)
    decided = (
        Mark.objects.filter(attempt__question__course=found, by__isnull=False)
        .select_related("by", "attempt__question__current", "attempt__user")
        .order_by("-created_at", "-pk")
    )
    page = Paginator(decided, DECISIONS_PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "review/history.html", {"course": found, "page": page})


def _decided_before(request: HttpRequest, course: str, phrasing: int) -> HttpResponse:
    messages.warning(request, gettext("Somebody else decided about it meanwhile."))
    return redirect("review:phrasing", course=course, phrasing=phrasing)


def _teachable(question: Question) -> bool:
    return question.current is not None and bool(kind_of(question).rubric_table(question.current.spec))


def _concepts(question: Question) -> dict[str, object]:
    """What the rubric's concepts say; not those that no words can earn (a decision)."""
    assert question.current is not None
    kind, spec = kind_of(question), question.current.spec
    table = kind.rubric_table(spec)
    taught = {entry["id"] for entry in spec[table]["concept"]} if table else set()
    return {name: say for name, say in kind.concept_texts(spec).items() if name in taught}


def _lessons(attempt: Attempt, words: str, concept: str, effect: str) -> list[Lesson]:
    found = teaching.lessons_from(attempt=attempt, words=words, concept=concept, effect=effect)
    return [
        Lesson(number, proposal, replay(attempt.question, proposal.learned), _terms(proposal))
        for number, proposal in enumerate(found, start=1)
    ]


def _terms(proposal: Proposal) -> list[str]:
    """The ideas that a pattern wants together, as its reader may know them."""
    groups = proposal.learned.get("pattern", {}).get("all", ())
    return [group.split(":")[-1].split()[0].replace("_", " ") for group in groups]
