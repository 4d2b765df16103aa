"""The health check says what works, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import structlog
from django.db import OperationalError, connections
from django.http import HttpRequest, HttpResponse
from django.test import Client

from dlquiz.core.middleware import log_context


def test_health_says_ok_when_database_and_broker_answer(client: Client, db: None) -> None:
    answer = client.get("/health/")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "database": "ok", "broker": "ok"}


def test_a_site_without_its_broker_still_serves(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dlquiz.celery import app

    monkeypatch.setattr(app.conf, "broker_read_url", "redis://127.0.0.1:1/0")
    answer = client.get("/health/")
    assert answer.status_code == 200
    assert answer.json() == {"status": "degraded", "database": "ok", "broker": "down"}


def test_a_site_without_its_database_asks_not_to_be_used(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OperationalError("could not connect to server: password hunter2")

    with monkeypatch.context() as patched:
        patched.setattr(connections["default"], "cursor", refuse)
        answer = client.get("/health/")
    assert answer.status_code == 503
    assert answer.json() == {"status": "degraded", "database": "down", "broker": "ok"}


def test_nobody_keeps_an_old_answer(client: Client, db: None) -> None:
    assert "no-store" in client.get("/health/").headers["Cache-Control"]


def test_the_check_of_a_stranger_asks_the_database_once(
    client: Client, db: None, django_assert_num_queries: Callable[[int], Any]
) -> None:
    with django_assert_num_queries(1):
        client.get("/health/")


def test_log_lines_of_a_request_share_its_number_and_leave_nothing_behind(rf: Any) -> None:
    seen = []

    def view(request: HttpRequest) -> HttpResponse:
        seen.append(structlog.contextvars.get_contextvars())
        structlog.contextvars.bind_contextvars(submission="abc")
        return HttpResponse()

    handler = log_context(view)
    handler(rf.get("/one/"))
    handler(rf.get("/two/"))
    assert [entry["path"] for entry in seen] == ["/one/", "/two/"]
    assert seen[0]["request_id"] != seen[1]["request_id"]
    assert "submission" not in seen[1]
