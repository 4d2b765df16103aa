"""Attempts in Django's admin: to be read, not written."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from dlquiz.attempts.models import Attempt, LanguageModelState, Mark, Opinion


class MarkInline(admin.TabularInline):
    """The marks of an attempt, newest first."""

    model = Mark
    fields = ("number", "fraction", "outcome", "marker", "created_at")
    readonly_fields = fields
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Attempt | None = None) -> bool:
        return False


class ReadOnlyAdmin(admin.ModelAdmin):
    """What is looked at here and changed elsewhere."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Attempt)
class AttemptAdmin(ReadOnlyAdmin):
    """What a student answered, and what it was judged to be."""

    list_display = ("question", "user", "number", "state", "submitted_at")
    list_filter = ("question__course", "state")
    list_select_related = ("question", "user")
    search_fields = ("question__slug", "user__username", "user__email")
    inlines = (MarkInline,)


@admin.register(Opinion)
class OpinionAdmin(ReadOnlyAdmin):
    """What the language model read in answers."""

    list_display = ("attempt", "model", "created_at")
    list_filter = ("model",)
    list_select_related = ("attempt__question", "attempt__user")


@admin.register(LanguageModelState)
class LanguageModelStateAdmin(ReadOnlyAdmin):
    """When it was switched on and off, and why; ``manage.py language_model`` switches it."""

    list_display = ("created_at", "is_on", "reason", "detail")
