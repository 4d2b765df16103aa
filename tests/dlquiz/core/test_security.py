"""Headers that every answer carries, and what an error tells a stranger."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client, override_settings
from django.urls import reverse

PAGES = ("/", "/me/", "/accounts/login/")


def policy_of(answer: Any) -> dict[str, list[str]]:
    parts = (part.split() for part in answer.headers["Content-Security-Policy"].split(";"))
    return {name: values for name, *values in parts}


@pytest.mark.django_db
@pytest.mark.parametrize("page", PAGES)
def test_the_policy_lets_nothing_inline_and_nothing_foreign_run(student_client: Client, page: str) -> None:
    answer = student_client.get(page, follow=True)
    policy = policy_of(answer)
    assert policy["default-src"] == ["'none'"]
    assert policy["frame-ancestors"] == ["'none'"]
    assert policy["base-uri"] == ["'none'"]
    allowed = {value for values in policy.values() for value in values}
    assert not {value for value in allowed if "unsafe" in value or "http" in value or value == "*"}
    html = answer.content.decode()
    assert not re.search(r"<script(?![^>]*\bsrc=)", html), "an inline script"
    assert not re.search(r"\sstyle=|\son[a-z]+=\"|javascript:", html), "an inline style or handler"


@pytest.mark.django_db
def test_scripts_carry_the_nonce_of_their_own_answer(client: Client) -> None:
    first, second = (client.get("/accounts/login/") for _ in range(2))
    nonces = []
    for answer in (first, second):
        (nonce,) = [v for v in policy_of(answer)["script-src"] if v.startswith("'nonce-")]
        nonces.append(nonce)
        assert f'nonce="{nonce[7:-1]}"' in answer.content.decode()
    assert nonces[0] != nonces[1]


@pytest.mark.django_db
def test_no_page_is_framed_guessed_or_told_about(client: Client) -> None:
    headers = client.get("/accounts/login/").headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "Cookie" in headers["Vary"]


@pytest.mark.django_db
def test_a_form_from_elsewhere_is_refused(student: Any) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(student, backend="django.contrib.auth.backends.ModelBackend")
    for view in ("core:language", "accounts:profile"):
        assert strict.post(reverse(view), {"language": "hi"}).status_code == 403


@pytest.mark.django_db
def test_a_page_that_is_not_there_says_so_in_the_readers_language(client: Client) -> None:
    answer = client.get("/nothing/here/", headers={"Accept-Language": "hi"})
    assert answer.status_code == 404
    assert '<html lang="hi"' in answer.content.decode()
    assert "urlpatterns" not in answer.content.decode()


@pytest.mark.django_db
def test_a_fault_of_ours_tells_a_stranger_nothing(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("the password is hunter2")

    monkeypatch.setattr("dlquiz.core.views._database_answers", broken)
    client.raise_request_exception = False
    answer = client.get("/health/")
    assert answer.status_code == 500
    assert "hunter2" not in answer.content.decode()
    assert "Traceback" not in answer.content.decode()


@override_settings(SECURE_SSL_REDIRECT=True)
@pytest.mark.django_db
def test_all_but_the_health_check_moves_to_https(client: Client) -> None:
    assert client.get("/me/").headers["Location"] == "https://testserver/me/"
    assert client.get("/health/").status_code == 200
