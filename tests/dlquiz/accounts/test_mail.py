"""Where no mail server is configured, no page promises mail and none is sent."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.contrib.messages import get_messages
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from dlquiz.accounts.models import User
from tests.cast import PASSWORD

EMAIL = "/accounts/email/"
PROMISES = ("Send the link again", "Ask for a new link", "Look into your mail", "Send me the link")


@pytest.fixture(autouse=True)
def _no_mail_was_sent_lately() -> None:
    """A second link to the same address has to wait for some minutes."""
    cache.clear()


@pytest.fixture
def address(outsider: User) -> EmailAddress:
    return EmailAddress.objects.create(user=outsider, email=outsider.email, primary=True)


@pytest.fixture
def signed_in(outsider: User, address: EmailAddress, client: Client) -> Client:
    """Through the form, as changing an address needs a password that was given lately."""
    client.post("/accounts/login/", {"login": "outsider", "password": PASSWORD})
    return client


def told(client: Client, **data: str) -> str:
    answer = client.post(EMAIL, data)
    assert answer.status_code == 302
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("account_email", ()),
        ("account_email_verification_sent", ()),
        ("account_confirm_email", ("key",)),
        ("account_reset_password", ()),
        ("account_reset_password_done", ()),
        ("account_reset_password_from_key", ("1", "key")),
    ],
)
def test_no_page_promises_mail(signed_in: Client, name: str, arguments: tuple[str, ...]) -> None:
    page = signed_in.get(reverse(name, args=arguments))
    assert page.status_code == 200
    text = page.content.decode()
    assert [promise for promise in PROMISES if promise in text] == []


def test_what_cannot_be_sent_is_not_said_to_be(signed_in: Client, outsider: User) -> None:
    assert "@" not in told(signed_in, action_send="", email=outsider.email)
    assert "@" not in told(signed_in, action_add="", email="new@example.org")
    assert outsider.emailaddress_set.count() == 2
    assert mail.outbox == []


def test_one_signs_in_with_an_added_address(signed_in: Client, outsider: User) -> None:
    told(signed_in, action_add="", email="new@example.org")
    other = Client()
    other.post("/accounts/login/", {"login": "new@example.org", "password": PASSWORD})
    assert other.session.get("_auth_user_id") == str(outsider.pk)


def test_with_a_mail_server_the_link_is_sent(signed_in: Client, outsider: User, settings: Any) -> None:
    settings.MAIL_CONFIGURED = True
    assert "Send the link again" in signed_in.get(EMAIL).content.decode()
    assert outsider.email in told(signed_in, action_send="", email=outsider.email)
    assert [message.to for message in mail.outbox] == [[outsider.email]]
