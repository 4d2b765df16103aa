"""Addresses of the language switch and the health check."""

from django.urls import path

from dlquiz.core import views
from dlquiz.core.style_guide import error_page, style_guide

app_name = "core"
urlpatterns = [
    path("language/", views.language, name="language"),
    path("health/", views.health, name="health"),
    path("style-guide/", style_guide, name="style_guide"),
    path("style-guide/<int:status>/", error_page, name="error_page"),
]
