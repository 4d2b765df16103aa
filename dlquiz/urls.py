"""Every address of the site."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("dlquiz.core.urls")),
    path("", include("dlquiz.pages.urls")),
    path("", include("dlquiz.accounts.urls")),
    path("", include("dlquiz.attempts.urls")),
    path("", include("dlquiz.submissions.urls")),
    path("", include("dlquiz.authoring.urls")),
    path("", include("dlquiz.gradebook.urls")),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
]
