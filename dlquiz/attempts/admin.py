"""Attempts in Django's admin: to be read, not written."""

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from dlquiz.attempts.models import Appeal, Attempt, LanguageModelState, Mark, Opinion, Sitting


class MarkInline(admin.TabularInline):
    """The marks of an attempt, newest first."""

    model = Mark
    fields = ("number", "fraction", "outcome", "marker", "cause", "by", "comment", "created_at")
    readonly_fields = fields
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Attempt | None = None) -> bool:
        return False


class ReadOnlyAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """What people did is looked at here, never written."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(Attempt)
class AttemptAdmin(ReadOnlyAdmin):
    """What a student answered, and what it was judged to be."""

    list_display = ("question", "user", "number", "sitting", "state", "submitted_at")
    list_filter = ("question__course", "state", "is_audited")
    list_select_related = ("question", "user", "sitting__user", "sitting__assignment")
    search_fields = ("question__slug", "user__username", "user__email")
    inlines = (MarkInline,)


@admin.register(Sitting)
class SittingAdmin(ReadOnlyAdmin):
    """Who sat which quiz, and when."""

    list_display = ("assignment", "user", "number", "started_at", "ends_at", "closed_at")
    list_filter = ("assignment__course", "assignment")
    list_select_related = ("assignment", "user")
    search_fields = ("assignment__slug", "user__username", "user__email")


@admin.register(Appeal)
class AppealAdmin(ReadOnlyAdmin):
    """Which answers students asked people to read, and which mark answered them."""

    list_display = ("attempt", "created_at", "mark")
    list_filter = ("attempt__question__course",)
    list_select_related = (
        "attempt__question",
        "attempt__user",
        "mark__attempt__question",
        "mark__attempt__user",
    )


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
