"""People in the administration."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.utils.translation import gettext_lazy as _

from dlquiz.accounts.models import User


@admin.register(User)
class PersonAdmin(UserAdmin):  # type: ignore[type-arg]
    list_display = ("username", "email", "display_name", "language", "is_active", "is_staff")
    list_filter = ("language", "is_active", "is_staff", "is_superuser")
    search_fields = ("username", "email", "display_name")
    fieldsets = (
        *(UserAdmin.fieldsets or ()),
        (_("Here"), {"fields": ("display_name", "language", "time_zone")}),
    )
