"""Celery tasks: a decorator and one call each."""

from __future__ import annotations

from celery import shared_task

from dlquiz.authoring.validation import upload_validate


@shared_task(name="dlquiz.authoring.tasks.validate")
def validate(pk: int) -> None:
    """Validate one uploaded package."""
    upload_validate(pk)
