"""dlquiz: practice questions and graded deep-learning code, in Hindi and English."""

# shared_task binds to the application that exists when a task is first sent: it must exist in every process.
from dlquiz.celery import app as celery_app

__all__ = ["celery_app"]
