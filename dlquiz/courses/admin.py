"""Courses and their members in the administration."""

from django.contrib import admin
from simple_history.admin import SimpleHistoryAdmin

from dlquiz.courses.models import Assignment, AssignmentItem, Course, Lesson, Membership, Topic


class TopicInline(admin.TabularInline):  # type: ignore[type-arg]
    model = Topic
    extra = 0


class ItemInline(admin.TabularInline):  # type: ignore[type-arg]
    model = AssignmentItem
    extra = 0


@admin.register(Course)
class CourseAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("slug", "title", "is_open", "created_at")
    inlines = (TopicInline,)


@admin.register(Lesson)
class LessonAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("topic", "updated_at")
    list_select_related = ("topic",)


@admin.register(Membership)
class MembershipAdmin(SimpleHistoryAdmin):
    list_display = ("user", "course", "role", "section", "is_active")
    list_filter = ("course", "role", "is_active")
    search_fields = ("user__username", "user__email", "user__display_name")
    autocomplete_fields = ("user",)


@admin.register(Assignment)
class AssignmentAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("slug", "course", "release_at", "due_at")
    list_filter = ("course",)
    inlines = (ItemInline,)
