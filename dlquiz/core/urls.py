from django.urls import path

from dlquiz.core import views

app_name = "core"
urlpatterns = [
    path("language/", views.language, name="language"),
    path("health/", views.health, name="health"),
]
