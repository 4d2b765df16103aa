from django.urls import path

from dlquiz.attempts import views

app_name = "attempts"
urlpatterns = [
    path("courses/<slug:course>/questions/<slug:slug>/", views.question, name="question"),
    path("courses/<slug:course>/questions/<slug:slug>/save/", views.save, name="save"),
    path("courses/<slug:course>/questions/<slug:slug>/preview/", views.preview, name="preview"),
    path("courses/<slug:course>/questions/<slug:slug>/answer/", views.answer, name="answer"),
    path("courses/<slug:course>/questions/<slug:slug>/again/", views.again, name="again"),
    path("courses/<slug:course>/questions/<slug:slug>/appeal/", views.appeal, name="appeal"),
]
