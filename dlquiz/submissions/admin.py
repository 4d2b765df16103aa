"""Submissions in the administration: what is stuck, and grading it again."""

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from dlquiz.submissions.models import Explanation, Grade, Grading, Submission, WorkerProcess
from dlquiz.submissions.services import submission_retry


class ReadOnly(admin.ModelAdmin):  # type: ignore[type-arg]
    """What a machine wrote is looked at, not edited."""

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(Submission)
class SubmissionAdmin(ReadOnly):
    list_display = ("receipt", "user", "task", "purpose", "state", "attempt", "created_at", "finished_at")
    list_filter = ("state", "purpose", "task")
    search_fields = ("receipt", "user__username", "user__email")
    list_select_related = ("user", "task")
    actions = ("grade_again",)

    @admin.action(description=_("Grade again (only what failed through our fault)"))
    def grade_again(self, request: HttpRequest, submissions: QuerySet[Submission]) -> None:
        count = sum(submission_retry(submission=submission) for submission in submissions)
        text = ngettext(
            "%(count)d submission is queued again.", "%(count)d submissions are queued again.", count
        )
        messages.info(request, text % {"count": count})


@admin.register(Grade)
class GradeAdmin(ReadOnly):
    list_display = ("submission", "number", "verdict", "score", "max_score", "engine_version", "created_at")
    list_select_related = ("submission",)
    list_filter = ("verdict",)


@admin.register(Grading)
class GradingAdmin(ReadOnly):
    list_display = ("submission", "attempt", "worker", "started_at", "ended_at", "outcome", "detail")
    list_filter = ("outcome",)
    list_select_related = ("submission",)


@admin.register(Explanation)
class ExplanationAdmin(ReadOnly):
    list_display = ("grade", "created_at")
    list_select_related = ("grade__submission",)


@admin.register(WorkerProcess)
class WorkerProcessAdmin(ReadOnly):
    list_display = (
        "name", "seen_at", "level", "engine_version", "torch_version", "spare_cells", "zygote_restarts",
    )  # fmt: skip
