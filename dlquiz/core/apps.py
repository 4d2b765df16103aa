"""What every app may use."""

import importlib

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "dlquiz.core"
    label = "core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # shared_task binds to the application that exists when a task is first sent: it must exist in every
        # process of the site. Not made by the package itself: the supervisor must start far enough to say
        # that Celery is missing.
        importlib.import_module("dlquiz.celery")
