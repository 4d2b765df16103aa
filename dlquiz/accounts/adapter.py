"""What sign-up does here beyond allauth's own."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest

from dlquiz.accounts.models import User
from dlquiz.core.i18n import active_language


class AccountAdapter(DefaultAccountAdapter):
    """A new person keeps the language in which they signed up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return bool(settings.SIGNUP_OPEN)

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        user.language = active_language()
        user.display_name = form.cleaned_data.get("display_name", "")
        return super().save_user(request, user, form, commit)
