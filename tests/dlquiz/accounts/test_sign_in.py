"""Signing up and in: by name or address, in one's language, and not by guessing."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from dlquiz.accounts.models import User
from tests.cast import PASSWORD, make_user

LOGIN = "/accounts/login/"
SIGNUP = "/accounts/signup/"
NEW = {
    "email": "Asha@Example.org",
    "username": "asha",
    "display_name": "आशा वर्मा",
    "password1": PASSWORD,
    "password2": PASSWORD,
}

pytestmark = pytest.mark.django_db


def sign_in(client: Client, login: str, password: str = PASSWORD, **more: Any) -> Any:
    return client.post(LOGIN, {"login": login, "password": password, **more})


def signed_in_as(client: Client) -> str:
    return client.session.get("_auth_user_id", "")


@pytest.mark.parametrize("login", ["outsider", "outsider@example.org", "Outsider@Example.ORG"])
def test_one_signs_in_by_name_or_address(outsider: User, client: Client, login: str) -> None:
    answer = sign_in(client, login)
    assert answer.headers["Location"] == reverse("courses:home")
    assert signed_in_as(client) == str(outsider.pk)


def test_a_wrong_password_signs_nobody_in(outsider: User, client: Client) -> None:
    assert sign_in(client, "outsider", "wrong").status_code == 200
    assert signed_in_as(client) == ""


@pytest.mark.parametrize("place", ["https://evil.example/", "//evil.example/"])
def test_signing_in_leads_nowhere_else(outsider: User, client: Client, place: str) -> None:
    assert sign_in(client, "outsider", next=place).headers["Location"] == reverse("courses:home")


def test_one_comes_back_to_the_page_that_asked(outsider: User, client: Client) -> None:
    asked = client.get("/me/").headers["Location"]
    assert asked == "/accounts/login/?next=/me/"
    assert sign_in(client, "outsider", next="/me/").headers["Location"] == "/me/"


def test_who_signs_up_keeps_the_language_and_the_name(client: Client) -> None:
    answer = client.post(SIGNUP, NEW, headers={"Accept-Language": "hi"})
    assert answer.status_code == 302
    person = User.objects.get(username="asha")
    assert (person.language, person.name, person.time_zone) == ("hi", "आशा वर्मा", "Asia/Kolkata")
    assert signed_in_as(client) == str(person.pk)
    # There is no mail server: nothing is promised and nothing sent.
    assert mail.outbox == []


def test_an_address_belongs_to_one_person_whatever_its_case(client: Client) -> None:
    make_user("asha2")
    answer = client.post(SIGNUP, {**NEW, "email": "ASHA2@example.org"})
    assert answer.status_code == 200
    assert "email" in answer.context["form"].errors
    assert not User.objects.filter(username="asha").exists()


@pytest.mark.parametrize("password", ["12345678", "password", "asha"])
def test_an_easy_password_is_refused(client: Client, password: str) -> None:
    answer = client.post(SIGNUP, {**NEW, "password1": password, "password2": password})
    assert "password1" in answer.context["form"].errors


def test_sign_up_can_be_closed(client: Client, settings: Any) -> None:
    settings.SIGNUP_OPEN = False
    answer = client.post(SIGNUP, NEW)
    assert "account/signup_closed.html" in [template.name for template in answer.templates]
    assert not User.objects.exists()


def test_a_closed_account_cannot_be_used(outsider: User, client: Client) -> None:
    User.objects.update(is_active=False)
    sign_in(client, "outsider")
    assert signed_in_as(client) == ""


class TestThrottling:
    """Guessing is stopped per name and address; nobody else is shut out by it."""

    def fail(self, client: Client, settings: Any, login: str = "outsider", **more: str) -> Any:
        for _ in range(settings.AXES_FAILURE_LIMIT):
            answer = client.post(LOGIN, {"login": login, "password": "wrong"}, **more)
        return answer

    def test_after_too_many_failures_the_right_password_does_not_help(
        self, outsider: User, client: Client, settings: Any
    ) -> None:
        assert self.fail(client, settings).status_code == 429
        answer = sign_in(client, "outsider")
        assert answer.status_code == 429
        assert "15 minutes" in answer.content.decode()
        assert signed_in_as(client) == ""

    def test_another_writing_of_the_name_buys_no_more_tries(
        self, outsider: User, client: Client, settings: Any
    ) -> None:
        self.fail(client, settings, login=" OutSider ")
        assert sign_in(client, "outsider").status_code == 429

    def test_others_at_the_same_address_still_sign_in(
        self, outsider: User, client: Client, settings: Any
    ) -> None:
        make_user("neighbour")
        self.fail(client, settings)
        assert sign_in(client, "neighbour").status_code == 302

    def test_the_person_still_signs_in_from_elsewhere(
        self, outsider: User, client: Client, settings: Any
    ) -> None:
        self.fail(client, settings, REMOTE_ADDR="203.0.113.9")
        assert sign_in(client, "outsider").status_code == 302

    def test_a_success_wipes_the_slate(self, outsider: User, client: Client, settings: Any) -> None:
        for _ in range(3):
            for _ in range(settings.AXES_FAILURE_LIMIT - 1):
                sign_in(client, "outsider", "wrong")
            assert sign_in(client, "outsider").status_code == 302
            client.logout()

    def test_the_refusal_speaks_the_readers_language(
        self, outsider: User, client: Client, settings: Any
    ) -> None:
        answer = self.fail(client, settings, HTTP_ACCEPT_LANGUAGE="hi")
        assert '<html lang="hi"' in answer.content.decode()


@pytest.mark.parametrize(
    ("proxies", "forwarded", "seen"),
    [
        (0, "198.51.100.7", "192.0.2.1"),
        (1, "198.51.100.7", "198.51.100.7"),
        (1, "10.6.6.6, 198.51.100.7", "198.51.100.7"),
        (2, "10.6.6.6, 198.51.100.7, 192.0.2.8", "198.51.100.7"),
        (1, "", "192.0.2.1"),
    ],
)
def test_a_forwarded_address_is_believed_only_from_our_own_proxies(
    rf: Any, settings: Any, proxies: int, forwarded: str, seen: str
) -> None:
    from dlquiz.accounts.throttling import client_address

    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    assert client_address(rf.get("/", REMOTE_ADDR="192.0.2.1", headers=headers)) == seen


def test_the_administration_uses_the_same_door(client: Client) -> None:
    answer = client.get("/admin/", follow=True)
    assert answer.redirect_chain[-1][0].startswith(LOGIN)


def test_the_administration_is_for_staff(outsider_client: Client, outsider: User) -> None:
    assert outsider_client.get("/admin/", follow=True).status_code == 403
    User.objects.update(is_staff=True, is_superuser=True)
    for page in ("/admin/", "/admin/accounts/user/", "/admin/courses/course/add/"):
        assert outsider_client.get(page).status_code == 200
