"""Celery tasks: a decorator and one call each."""

from __future__ import annotations

from celery import shared_task

from dlquiz.attempts import opinions, sittings


@shared_task(name="dlquiz.attempts.tasks.close_overdue_sittings")
def close_overdue_sittings() -> None:
    """Hand in quizzes whose time is over."""
    sittings.overdue_sittings_close()


@shared_task(name="dlquiz.attempts.tasks.form_opinion")
def form_opinion(pk: int, tried: int = 0) -> None:
    """Ask the language model about one answer."""
    opinions.opinion_form(pk, tried)
