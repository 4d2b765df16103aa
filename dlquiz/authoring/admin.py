"""Uploads in Django's admin: looked at, never made or changed there."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from dlquiz.authoring.models import PackageUpload


@admin.register(PackageUpload)
class PackageUploadAdmin(admin.ModelAdmin):
    """Every upload of every course; what it was, and how validation ended."""

    list_display = ("filename", "course", "slug", "state", "uploaded_by", "created_at", "finished_at")
    list_filter = ("course", "state")
    search_fields = ("filename", "slug", "digest")
    exclude = ("archive",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[PackageUpload]:
        return super().get_queryset(request).select_related("course", "uploaded_by").defer("archive", "proof")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: PackageUpload | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: PackageUpload | None = None) -> bool:
        return False
