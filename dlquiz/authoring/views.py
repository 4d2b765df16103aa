"""The instructors' pages: tasks, upload, the report of a validation, publishing."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from dlquiz.accounts.models import User
from dlquiz.authoring.access import get_upload_for_user
from dlquiz.authoring.errors import UploadNotClean
from dlquiz.authoring.forms import UploadForm
from dlquiz.authoring.models import PackageUpload
from dlquiz.authoring.report import problem_views, proof_view
from dlquiz.authoring.selectors import authored_tasks, course_uploads
from dlquiz.authoring.services import upload_create, upload_publish, upload_retry
from dlquiz.core.query import whole_number
from dlquiz.courses.access import Role, get_course_for_user
from dlquiz.tasks.errors import TopicUnknown

UPLOADS_PER_PAGE = 20
POLLS_COUNTED = 1000


@login_required
@require_safe
def tasks(request: HttpRequest, course: str) -> HttpResponse:
    """All tasks with their versions, and the latest uploads."""
    found = get_course_for_user(request.user, course, Role.INSTRUCTOR)
    page = Paginator(course_uploads(found), UPLOADS_PER_PAGE).get_page(request.GET.get("page"))
    context = {"course": found, "tasks": authored_tasks(found), "page": page}
    return render(request, "authoring/tasks.html", context)


@login_required
def upload(request: HttpRequest, course: str) -> HttpResponse:
    """Take a zip; what is in it is looked at on a worker."""
    found = get_course_for_user(request.user, course, Role.INSTRUCTOR)
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_valid():
        file = form.cleaned_data["archive"]
        created = upload_create(
            course=found, uploaded_by=cast(User, request.user), filename=file.name, archive=file.read()
        )
        return redirect("authoring:report", found.slug, created.pk)
    status_code = 422 if form.is_bound else 200
    return render(request, "authoring/upload.html", {"course": found, "form": form}, status=status_code)


@login_required
@require_safe
def report(request: HttpRequest, course: str, upload: int) -> HttpResponse:
    """What validation says; while it runs, how far it is."""
    row = get_upload_for_user(request.user, course, upload)
    return render(request, "authoring/report.html", _report_context(request, row))


@login_required
@require_safe
@vary_on_headers("HX-Request")
def status(request: HttpRequest, course: str, upload: int) -> HttpResponse:
    """The part of the report that changes while validation runs."""
    row = get_upload_for_user(request.user, course, upload)
    return render(request, "authoring/_status.html", _report_context(request, row))


@login_required
@require_safe
def archive(request: HttpRequest, course: str, upload: int) -> HttpResponse:
    """The zip as it was uploaded."""
    row = get_upload_for_user(request.user, course, upload)
    answer = HttpResponse(bytes(row.archive), content_type="application/zip")
    answer.headers["Content-Disposition"] = f'attachment; filename="upload-{row.pk}.zip"'
    return answer


@login_required
@require_POST
def retry(request: HttpRequest, course: str, upload: int) -> HttpResponse:
    """Validate again an upload that a fault of ours stopped."""
    row = get_upload_for_user(request.user, course, upload)
    upload_retry(upload=row)
    return redirect("authoring:report", course, row.pk)


@login_required
@require_POST
def publish(request: HttpRequest, course: str, upload: int) -> HttpResponse:
    """Make the upload the current version of its task. Only for a clean report."""
    row = get_upload_for_user(request.user, course, upload)
    try:
        version = upload_publish(upload=row, published_by=cast(User, request.user))
    except UploadNotClean:
        messages.error(request, _("Only a package with a clean report can be published."))
    except TopicUnknown as missing:
        messages.error(request, _("The course has no topic “%(slug)s”.") % {"slug": missing.slug})
    else:
        shown = {"title": version.title, "number": version.number}
        messages.success(request, _("Published: %(title)s, version %(number)s.") % shown)
    return redirect("authoring:report", course, row.pk)


def _report_context(request: HttpRequest, row: PackageUpload) -> dict[str, Any]:
    poll = whole_number(request.GET.get("poll", "")) or 0
    return {
        "course": row.course,
        "upload": row,
        "problems": problem_views(row.problems),
        "proof": proof_view(row.proof) if row.proof else None,
        "poll": min(poll, POLLS_COUNTED),
    }
