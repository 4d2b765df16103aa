"""The coding task: statement and editor, run and submit, verdict, history."""

from __future__ import annotations

from secrets import compare_digest
from typing import Any, cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Page, Paginator
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_POST, require_safe
from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4

from dlquiz.accounts.models import User
from dlquiz.core.query import whole_number
from dlquiz.courses.access import Role, has_role
from dlquiz.submissions import selectors
from dlquiz.submissions.access import get_submission_for_user
from dlquiz.submissions.errors import DraftConflict, NotPublished, SubmissionRefused
from dlquiz.submissions.explanation_view import explanation_view
from dlquiz.submissions.figures import figures_of
from dlquiz.submissions.forms import DraftForm, SourceForm
from dlquiz.submissions.metrics import prometheus_text
from dlquiz.submissions.models import Draft, Grade, Purpose, State, Submission
from dlquiz.submissions.presentation import progress_view, report_view
from dlquiz.submissions.services import draft_save, submission_create
from dlquiz.tasks.access import get_task_for_user
from dlquiz.tasks.models import Task, TaskVersion
from dlquiz.tasks.selectors import package_of
from graders.package.figures import FOLDER

STOP_POLLING = 286
PER_PAGE = 30
# A version never changes, and neither do its pictures.
FIGURE_KEPT_SECONDS = 365 * 24 * 3600


@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """For Prometheus: for administrators, and who sends ``DLQUIZ_METRICS_TOKEN`` as its bearer."""
    sent = request.headers.get("Authorization", "").removeprefix("Bearer ").encode()
    known = bool(settings.METRICS_TOKEN) and compare_digest(sent, settings.METRICS_TOKEN.encode())
    if not known and not cast(User, request.user).is_staff:
        raise Http404
    return HttpResponse(prometheus_text(), content_type=CONTENT_TYPE_PLAIN_0_0_4)


@never_cache
@require_safe
@login_required
def task(request: HttpRequest, course: str, slug: str) -> HttpResponse:
    """Statement beside editor, with the latest verdict. Context: see ``_task_context``."""
    user = cast(User, request.user)
    found = get_task_for_user(user, course, slug)
    if found.current is None:
        return _unpublished(request, found)
    return render(request, "submissions/task.html", _task_context(user, found, found.current))


@require_safe
@login_required
@cache_control(private=True, max_age=FIGURE_KEPT_SECONDS, immutable=True)
def figure(request: HttpRequest, course: str, slug: str, number: int, name: str) -> HttpResponse:
    """A picture of the statement, as its author's package holds it."""
    found = get_task_for_user(cast(User, request.user), course, slug)
    version = get_object_or_404(TaskVersion, task=found, number=number)
    drawn = version.files.get(FOLDER + name)
    if drawn is None:
        raise Http404
    # Opened by itself it is a page of this site, made by whoever wrote the package: it may run nothing.
    headers = {"Content-Security-Policy": "default-src 'none'; sandbox"}
    return HttpResponse(drawn, content_type="image/svg+xml", headers=headers)


@require_POST
@login_required
def draft(request: HttpRequest, course: str, slug: str) -> HttpResponse:
    """Save a draft: 200 with the new revision; 409 with the text that another window saved."""
    user = cast(User, request.user)
    found = get_task_for_user(user, course, slug)
    if found.current is None:
        return JsonResponse({"message": str(NotPublished())}, status=400)
    form = DraftForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"message": _text(form)}, status=400)
    try:
        saved = draft_save(user=user, task=found, **form.cleaned_data)
    except DraftConflict as conflict:
        theirs = cast(Draft, conflict.draft)
        return JsonResponse({"source": theirs.source, **_revision(theirs)}, status=409)
    return JsonResponse(_revision(saved))


def _text(form: Form) -> str:
    """All that is wrong with a form, as one text."""
    return " ".join(str(error) for errors in form.errors.values() for error in errors)


def _revision(draft: Draft) -> dict[str, Any]:
    return {"revision": draft.revision, "saved_at": draft.saved_at.isoformat()}


@require_POST
@login_required
def run(request: HttpRequest, course: str, slug: str) -> HttpResponse:
    """Try the visible cases, without penalty."""
    return _send(request, course, slug, Purpose.RUN)


@require_POST
@login_required
def submit(request: HttpRequest, course: str, slug: str) -> HttpResponse:
    """Hand in."""
    return _send(request, course, slug, Purpose.SUBMIT)


def _send(request: HttpRequest, course: str, slug: str, purpose: Purpose) -> HttpResponse:
    user = cast(User, request.user)
    found = get_task_for_user(user, course, slug)
    if found.current is None:
        return _unpublished(request, found)
    form = SourceForm(request.POST, request.FILES)
    if not form.is_valid():
        return _refused(request, found, found.current, _text(form))
    try:
        submission = submission_create(
            user=user, task=found, source=form.cleaned_data["source"], purpose=purpose
        )
    except SubmissionRefused as refused:
        return _refused(request, found, found.current, str(refused))
    if _is_htmx(request):
        return render(request, "submissions/_status.html", _status_context(submission, poll=0))
    return redirect("submissions:result", receipt=submission.receipt)


def _refused(request: HttpRequest, found: Task, version: TaskVersion, why: str) -> HttpResponse:
    """Say why, and give back what was typed: with scripts the editor still holds it."""
    user = cast(User, request.user)
    if _is_htmx(request):
        # 200, because htmx shows no other answer in the place of the verdict.
        return render(request, "submissions/_refused.html", {"message": why})
    messages.error(request, why)
    context = _task_context(user, found, version)
    # Not saved, only shown: what was typed goes back into the editor.
    shown = context["draft"] or Draft(revision=0, saved_at=timezone.now())
    shown.source = request.POST.get("source", "")
    context["draft"] = shown
    return render(request, "submissions/task.html", context, status=400)


def _unpublished(request: HttpRequest, found: Task) -> HttpResponse:
    """Staff see tasks before they are published; what is missing is said instead of a page without a task."""
    why = str(NotPublished())
    if _is_htmx(request):
        return render(request, "submissions/_refused.html", {"message": why})
    can_author = has_role(cast(User, request.user), found.course, Role.INSTRUCTOR)
    context = {"course": found.course, "task": found, "message": why, "can_author": can_author}
    return render(request, "submissions/unpublished.html", context, status=404)


@never_cache
@require_safe
@login_required
def history(request: HttpRequest, course: str, slug: str) -> HttpResponse:
    """One's own attempts. Context: ``course``, ``task``, ``version``, ``page`` of ``HistoryEntry``."""
    user = cast(User, request.user)
    found = get_task_for_user(user, course, slug)
    if found.current is None:
        return _unpublished(request, found)
    page: Page[Any] = Paginator(selectors.history(user, found), PER_PAGE).get_page(request.GET.get("page"))
    page.object_list = selectors.history_entries(user, found, list(page.object_list))
    context = {"course": found.course, "task": found, "version": found.current, "page": page}
    return render(request, "submissions/history.html", context)


@never_cache
@require_safe
@login_required
def result(request: HttpRequest, receipt: str) -> HttpResponse:
    """A submission and what became of it."""
    submission = get_submission_for_user(cast(User, request.user), receipt)
    context = _status_context(submission, poll=0)
    context |= {"course": submission.task.course, "version": submission.task_version}
    return render(request, "submissions/result.html", context)


@never_cache
@require_safe
@login_required
def status(request: HttpRequest, receipt: str) -> HttpResponse:
    """Where it stands, for the page that asks; 286 tells it to stop asking."""
    submission = get_submission_for_user(cast(User, request.user), receipt)
    poll = whole_number(request.GET.get("poll", "")) or 0
    context = _status_context(submission, poll=poll)
    final = submission.state == State.GRADED
    if final:
        # From here on it is the explanation that the page asks for, soon at first.
        context["poll"] = 0
    return render(request, "submissions/_status.html", context, status=STOP_POLLING if final else 200)


@never_cache
@require_safe
@login_required
def explanation(request: HttpRequest, receipt: str) -> HttpResponse:
    """What was found out after the verdict, for the page that asks."""
    submission = get_submission_for_user(cast(User, request.user), receipt)
    poll = whole_number(request.GET.get("poll", "")) or 0
    context = _status_context(submission, poll=poll)
    return render(request, "submissions/_explanation.html", context)


def _task_context(user: User, found: Task, version: TaskVersion) -> dict[str, Any]:
    """``course``, ``task``, ``version``, ``package`` and its ``figures``, ``draft``, and the latest status.

    ``needed``: the tasks that this one builds on, each with its ``TaskProgress``.
    """
    submission = selectors.latest_submission(user, found)
    context = _status_context(submission, poll=0) if submission else {"submission": None}
    return context | {
        "course": found.course,
        "task": found,
        "version": version,
        "package": package_of(version),
        "figures": figures_of(found.course.slug, found.slug, version),
        "needed": selectors.prerequisites(user, found.course, package_of(version).requires),
        "draft": selectors.editor_draft(user, found, submission),
    }


def _status_context(submission: Submission, *, poll: int) -> dict[str, Any]:
    """``submission``, ``task``, ``poll``, and as far as it has come ``ahead``, ``cases``, or the grade.

    With a grade: ``package``, ``grade``, ``report``, ``best`` (what counts so far), ``counts`` (this one?),
    ``explanation`` or whether it is ``awaited``.
    """
    context: dict[str, Any] = {
        "submission": submission,
        "task": submission.task,
        "poll": poll,
        "report": None,
    }
    if submission.state == State.GRADED:
        grade = selectors.latest_grade(submission)
        context["grade"] = grade
        context["package"] = package_of(submission.task_version)
        context["report"] = report_view(grade.report) if grade else None
        context |= _explanation_context(grade) if grade else {}
        best = selectors.best_score(submission.user, submission.task)
        context["best"] = best
        context["counts"] = best is not None and best.receipt == submission.receipt
    elif submission.state == State.RUNNING:
        grading = selectors.latest_grading(submission)
        context["cases"] = progress_view(grading.progress) if grading else ()
    else:
        context["ahead"] = selectors.submissions_ahead(submission)
    return context


def _explanation_context(grade: Grade) -> dict[str, Any]:
    """``explanation`` if there is one, else whether it is ``awaited``."""
    found = selectors.explanation_of(grade)
    return {
        "explanation": explanation_view(found.content) if found and found.content else None,
        "awaited": selectors.is_explanation_awaited(grade, found),
    }


def _is_htmx(request: HttpRequest) -> bool:
    return bool(getattr(request, "htmx", False))
