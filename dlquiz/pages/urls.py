"""Addresses of the pages that students walk through; named ``courses:…``."""

from django.urls import path

from dlquiz.pages import views

app_name = "courses"
urlpatterns = [
    path("", views.home, name="home"),
    path("courses/<slug:course>/", views.course, name="course"),
    path("courses/<slug:course>/corrections/", views.errata, name="errata"),
    path("courses/<slug:course>/join/", views.join, name="join"),
    path("courses/<slug:course>/topics/<slug:topic>/", views.topic, name="topic"),
]
