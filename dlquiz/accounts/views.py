"""One's own profile. Sign-in and sign-up are allauth's."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from dlquiz.accounts.forms import ProfileForm
from dlquiz.accounts.models import User


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def profile(request: HttpRequest) -> HttpResponse:
    """Name, language, time zone. Context: ``form``."""
    user = User.objects.get(pk=cast(User, request.user).pk)
    form = ProfileForm(request.POST or None, instance=user)
    if request.method == "POST" and form.is_valid():
        form.save()
        with translation.override(user.language):
            messages.success(request, _("Saved."))
        return redirect("accounts:profile")
    return render(request, "accounts/profile.html", {"form": form})


@require_safe
def password_reset_by_staff(request: HttpRequest) -> HttpResponse:
    """Where the site cannot send mail: who can set a new password instead."""
    return render(request, "account/password_reset_by_staff.html")


@require_safe
def no_mail_on_its_way(request: HttpRequest) -> HttpResponse:
    """Where the site cannot send mail: an address needs no confirmation, and no link is coming."""
    return render(request, "account/no_mail.html")
