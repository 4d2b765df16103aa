"""Questions in Django's admin: switched on and off; what they ask comes from content files."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from dlquiz.questions.models import Phrasing, Question, QuestionVersion


@admin.register(Question)
class QuestionAdmin(admin.ModelAdmin):
    """What a question says comes from its content file; here stands only whether it is offered."""

    list_display = ("slug", "course", "topic", "kind", "position", "points", "is_active", "current_number")
    list_filter = ("course", "topic", "kind", "is_active")
    list_select_related = ("course", "topic", "current")
    search_fields = ("slug",)
    readonly_fields = ("slug", "topic", "kind", "position", "points", "current_number")

    @admin.display(description="version")
    def current_number(self, question: Question) -> int | None:
        """The number of the version that students get."""
        return question.current.number if question.current else None

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Questions come from content."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Question | None = None) -> bool:
        """Attempts rest on questions; one that is not wanted is switched off."""
        return False


@admin.register(QuestionVersion)
class QuestionVersionAdmin(admin.ModelAdmin):
    """Versions are final: to be read, not written."""

    list_display = ("question", "number", "digest", "created_at")
    list_filter = ("question__course",)
    search_fields = ("question__slug", "digest")

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("question").defer("spec")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: QuestionVersion | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: QuestionVersion | None = None) -> bool:
        return False


@admin.register(Phrasing)
class PhrasingAdmin(admin.ModelAdmin):
    """What people taught; it is approved and retired on the review's pages."""

    list_display = ("words", "question", "state", "proposed_by", "decided_by", "decided_at")
    list_filter = ("question__course", "state")
    list_select_related = ("question", "proposed_by", "decided_by")
    search_fields = ("words", "question__slug")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Phrasing | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Phrasing | None = None) -> bool:
        return False
