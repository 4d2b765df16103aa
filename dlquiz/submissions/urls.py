from django.urls import path

from dlquiz.submissions import views

app_name = "submissions"
urlpatterns = [
    path("courses/<slug:course>/tasks/<slug:slug>/", views.task, name="task"),
    path(
        "courses/<slug:course>/tasks/<slug:slug>/versions/<int:number>/figures/<str:name>",
        views.figure,
        name="figure",
    ),
    path("courses/<slug:course>/tasks/<slug:slug>/draft/", views.draft, name="draft"),
    path("courses/<slug:course>/tasks/<slug:slug>/run/", views.run, name="run"),
    path("courses/<slug:course>/tasks/<slug:slug>/submit/", views.submit, name="submit"),
    path("courses/<slug:course>/tasks/<slug:slug>/history/", views.history, name="history"),
    path("metrics/", views.metrics, name="metrics"),
    path("submissions/<slug:receipt>/", views.result, name="result"),
    path("submissions/<slug:receipt>/status/", views.status, name="status"),
    path("submissions/<slug:receipt>/explanation/", views.explanation, name="explanation"),
]
