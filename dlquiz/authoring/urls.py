"""The instructors' addresses, under ``/courses/<course>/authoring/``."""

from django.urls import path

from dlquiz.authoring import views

app_name = "authoring"

urlpatterns = [
    path("courses/<slug:course>/authoring/", views.tasks, name="tasks"),
    path("courses/<slug:course>/authoring/upload/", views.upload, name="upload"),
    path("courses/<slug:course>/authoring/uploads/<int:upload>/", views.report, name="report"),
    path("courses/<slug:course>/authoring/uploads/<int:upload>/status/", views.status, name="status"),
    path("courses/<slug:course>/authoring/uploads/<int:upload>/archive/", views.archive, name="archive"),
    path("courses/<slug:course>/authoring/uploads/<int:upload>/retry/", views.retry, name="retry"),
    path("courses/<slug:course>/authoring/uploads/<int:upload>/publish/", views.publish, name="publish"),
]
