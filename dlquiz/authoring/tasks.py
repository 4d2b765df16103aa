"""Celery tasks: a decorator and one call each."""

from __future__ import annotations

from celery import shared_task

from dlquiz.authoring.validation import upload_validate

# Hundreds of draws of a large package on a busy machine; should the message come again meanwhile, the lease
# makes it do nothing.
SECONDS = 2 * 3600


@shared_task(name="dlquiz.authoring.tasks.validate", time_limit=SECONDS)
def validate(pk: int) -> None:
    """Validate one uploaded package."""
    upload_validate(pk)
