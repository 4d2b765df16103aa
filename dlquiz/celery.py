"""The Celery application: its settings are Django's, under ``CELERY_``."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dlquiz.settings")

app = Celery("dlquiz")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
