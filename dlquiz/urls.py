"""Every address of the site."""

from allauth.account.decorators import secure_admin_login
from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext_lazy as _

from dlquiz.accounts.views import no_mail_on_its_way, password_reset_by_staff

admin.site.site_header = admin.site.site_title = _("dlquiz administration")
# One door: whoever is not signed in is sent to the site's own sign-in, where failures are counted.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("dlquiz.core.urls")),
    path("", include("dlquiz.pages.urls")),
    path("", include("dlquiz.accounts.urls")),
    path("", include("dlquiz.attempts.urls")),
    path("", include("dlquiz.submissions.urls")),
    path("", include("dlquiz.authoring.urls")),
    path("", include("dlquiz.gradebook.urls")),
    path("", include("dlquiz.review.urls")),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
]

if not settings.MAIL_CONFIGURED:
    # Nobody would get the link that these pages promise.
    urlpatterns[:0] = [
        path("accounts/password/reset/", password_reset_by_staff, name="account_reset_password"),
        path("accounts/password/reset/done/", password_reset_by_staff, name="account_reset_password_done"),
        path("accounts/confirm-email/", no_mail_on_its_way, name="account_email_verification_sent"),
    ]
