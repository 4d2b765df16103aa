"""Attempts in Django's admin: to be read, not written."""

from django.contrib import admin
from django.http import HttpRequest

from dlquiz.attempts.models import Attempt, Mark


class MarkInline(admin.TabularInline):
    """The marks of an attempt, newest first."""

    model = Mark
    fields = ("number", "fraction", "outcome", "marker", "created_at")
    readonly_fields = fields
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Attempt | None = None) -> bool:
        return False


@admin.register(Attempt)
class AttemptAdmin(admin.ModelAdmin):
    """What a student answered, and what it was judged to be."""

    list_display = ("question", "user", "number", "state", "submitted_at")
    list_filter = ("question__course", "state")
    list_select_related = ("question", "user")
    search_fields = ("question__slug", "user__username", "user__email")
    inlines = (MarkInline,)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Attempt | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Attempt | None = None) -> bool:
        return False
