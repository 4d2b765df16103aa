"""What every app may use."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "dlquiz.core"
    label = "core"
    default_auto_field = "django.db.models.BigAutoField"
