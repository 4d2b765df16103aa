"""What sign-up and mail do here beyond allauth's own."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest

from dlquiz.accounts.models import User
from dlquiz.core.i18n import active_language

MAIL_IS_COMING = "account/messages/email_confirmation_sent.txt"


class AccountAdapter(DefaultAccountAdapter):
    """A new person keeps the language in which they signed up; no mail is promised that cannot be sent."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return bool(settings.SIGNUP_OPEN)

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        user.language = active_language()
        user.display_name = form.cleaned_data.get("display_name", "")
        return super().save_user(request, user, form, commit)

    def is_safe_url(self, url: str | None) -> bool:
        """May one be sent on to this address? Not to one that cannot be read, on which the library fails."""
        try:
            return bool(super().is_safe_url(url))
        except ValueError:
            return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        if settings.MAIL_CONFIGURED:
            super().send_mail(template_prefix, email, context)

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *rest: Any, **more: Any
    ) -> None:
        if settings.MAIL_CONFIGURED or message_template != MAIL_IS_COMING:
            super().add_message(request, level, message_template, *rest, **more)
