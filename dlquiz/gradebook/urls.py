"""The gradebook's addresses."""

from django.urls import path

from dlquiz.gradebook import views

app_name = "gradebook"

urlpatterns = [
    path("courses/<slug:course>/grades/", views.own, name="own"),
    path("courses/<slug:course>/gradebook/", views.table, name="table"),
    path("courses/<slug:course>/gradebook.csv", views.export, name="csv"),
    path("courses/<slug:course>/gradebook/<int:person>/", views.student, name="student"),
    path("courses/<slug:course>/gradebook/<int:person>/<slug:slug>/", views.answers, name="answers"),
    path("courses/<slug:course>/gradebook/<int:person>/tasks/<slug:slug>/", views.attempts, name="attempts"),
]
