"""A worker keeps its connection to the database from one submission to the next, and outlives its loss."""

from __future__ import annotations

import pytest
from django.db import connection

from tests.flow.conftest import Send
from tests.flow.outcome import all_graded, assert_one_grade_each, outcomes_of
from tests.flow.processes import wait_until
from tests.workers import StartWorker

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no server to lose"),
]


def others() -> set[int]:
    """Servers' processes behind the connections of everybody but this test."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() "
            "AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
        return {pid for (pid,) in cursor.fetchall()}


def test_a_connection_is_kept_between_submissions_and_replaced_when_the_server_drops_it(
    start_worker: StartWorker, send: Send, right: str
) -> None:
    start_worker()
    first = send(right, "first")
    wait_until(all_graded(1), 90, "the first is graded")
    held = others()
    assert held
    send(right, "second")
    wait_until(all_graded(2), 60, "the second is graded")
    assert others() & held
    with connection.cursor() as cursor:
        for pid in others():
            cursor.execute("SELECT pg_terminate_backend(%s)", [pid])
    last = send(right, "third")
    wait_until(all_graded(3), 60, "the third is graded over a new connection")
    assert outcomes_of(first) == outcomes_of(last) == ["graded"]
    assert_one_grade_each(3)
