"""Tasks in Django's admin: switched on and off, placed; versions only looked at."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from dlquiz.tasks.models import Task, TaskVersion


@admin.register(Task)
class TaskAdmin(admin.ModelAdmin):
    """What a task says comes from its package; here stands only where and whether it is offered."""

    list_display = ("slug", "course", "topic", "position", "points", "is_active", "current_number")
    list_filter = ("course", "topic", "is_active")
    list_select_related = ("course", "topic", "current")
    search_fields = ("slug",)
    readonly_fields = ("slug", "topic", "points", "current_number")

    @admin.display(description="version")
    def current_number(self, task: Task) -> int | None:
        """The number of the version that students get."""
        return task.current.number if task.current else None

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Tasks come from packages."""
        return False


@admin.register(TaskVersion)
class TaskVersionAdmin(admin.ModelAdmin):
    """Published versions are final: to be read, not written."""

    list_display = ("task", "number", "title", "digest", "published_at", "published_by")
    list_filter = ("task__course",)
    search_fields = ("task__slug", "digest")

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("task", "published_by").defer("files", "proof")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: TaskVersion | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: TaskVersion | None = None) -> bool:
        return False
