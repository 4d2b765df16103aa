"""The health check says what works, and nothing else."""

from __future__ import annotations

import pytest
from django.test import Client


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
