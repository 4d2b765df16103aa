"""Courses, their topics and lessons, and who belongs to them."""

from django.apps import AppConfig


class CoursesConfig(AppConfig):
    name = "dlquiz.courses"
    label = "courses"
    default_auto_field = "django.db.models.BigAutoField"
