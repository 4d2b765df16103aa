"""The Celery application: its settings are Django's, under ``CELERY_``."""

import os
from typing import Any

from celery import Celery
from celery.signals import task_prerun

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dlquiz.settings")

app = Celery("dlquiz")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@task_prerun.connect
def look_after_connections(**_: Any) -> None:
    """As before a request: what is too old is opened afresh, and so is what broke or no longer answers."""
    from django.db import close_old_connections

    close_old_connections()
