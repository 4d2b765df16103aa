"""The page for developers: whole in both languages, absent where DEBUG is off."""

import pytest
from django.test import Client

from dlquiz.core.icons import ICONS
from dlquiz.core.statuses import STATUSES

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["en", "hi"])
def test_it_shows_every_sign_and_every_state(client: Client, settings: object, language: str) -> None:
    settings.DEBUG = True  # type: ignore[attr-defined]
    client.cookies["django_language"] = language
    html = client.get("/style-guide/").content.decode()
    assert f'<html lang="{language}"' in html
    assert all(f"<code>{name}</code>" in html for name in ICONS)
    assert html.count('class="chip ') >= len(STATUSES)


def test_it_does_not_exist_where_debug_is_off(client: Client) -> None:
    assert client.get("/style-guide/").status_code == 404
