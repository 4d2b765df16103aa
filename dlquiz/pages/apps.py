"""Pages that gather from every app, and so stand above them all."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "dlquiz.pages"
    label = "pages"
    default_auto_field = "django.db.models.BigAutoField"
