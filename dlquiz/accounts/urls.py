"""One's own profile; sign-in and sign-up are included from allauth in ``dlquiz.urls``."""

from django.urls import path

from dlquiz.accounts import views

app_name = "accounts"
urlpatterns = [path("me/", views.profile, name="profile")]
