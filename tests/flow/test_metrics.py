"""An operator sees who waits, how fast it goes, what fails, and who grades."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models import F
from django.test import Client
from django.test.utils import CaptureQueriesContext
from prometheus_client.parser import text_string_to_metric_families

from dlquiz.submissions import jobs
from dlquiz.submissions.metrics import queue_status
from dlquiz.submissions.models import Submission, WorkerProcess
from dlquiz.submissions.services import grading_begin, grading_fail
from tests.flow.conftest import Send
from tests.flow.outcome import all_graded
from tests.flow.processes import wait_until
from tests.services.servers import Valkey
from tests.workers import StartWorker

pytestmark = pytest.mark.django_db(transaction=True)


def told() -> dict[str, Any]:
    out = io.StringIO()
    call_command("queue_status", "--json", stdout=out)
    status: dict[str, Any] = json.loads(out.getvalue())
    return status


def test_graded_submissions_and_the_worker_that_graded_them_are_seen(
    start_worker: StartWorker, send: Send, right: str
) -> None:
    for number in range(3):
        send(right, f"student-{number}")
    start_worker()
    wait_until(all_graded(3), 120, "all are graded")
    status = told()
    assert status["verdicts_per_minute"] == 3
    assert status["faults"] == status["lost"] == status["retries"] == 0
    for spread in (status["waited"], status["graded"]):
        assert 0 < spread["p50"] <= spread["p95"]
    (worker,) = status["workers"]
    assert worker["level"] in ("A", "B", "C")
    assert worker["torch_version"].startswith("2.")
    WorkerProcess.objects.update(seen_at=F("seen_at") - jobs.timedelta(minutes=5))
    assert told()["workers"] == [], "one that is silent has gone"


def test_the_oldest_that_waits_is_seen_with_its_age(broker: Valkey, send: Send, right: str) -> None:
    oldest = send(right)
    send(right, "second")
    Submission.objects.filter(pk=oldest.pk).update(created_at=F("created_at") - jobs.timedelta(seconds=90))
    running = send(right, "third")
    assert jobs.claim(Submission, running.pk)
    lanes = {lane.name: lane for lane in queue_status().lanes}
    assert (lanes["cpu"].waiting, lanes["cpu"].running) == (2, 1)
    assert 90 <= lanes["cpu"].oldest_seconds < 150
    assert (lanes["batch"].waiting, lanes["batch"].oldest_seconds) == (0, 0)


def test_faults_and_retries_are_counted(broker: Valkey, send: Send, right: str) -> None:
    submission = send(right)
    for _ in range(2):
        grading = grading_begin(pk=submission.pk, worker="here")
        assert grading is not None
        grading_fail(grading=grading, detail="disk full")
    status = told()
    assert (status["faults"], status["retries"], status["verdicts_per_minute"]) == (2, 1, 0)
    assert status["graded"] == {"p50": None, "p95": None}


def test_prometheus_can_read_it_and_strangers_cannot(
    broker: Valkey, send: Send, right: str, settings: Any, client: Client
) -> None:
    send(right)
    assert client.get("/metrics/").status_code == 404
    assert client.get("/metrics/", headers={"authorization": "Bearer "}).status_code == 404
    settings.METRICS_TOKEN = "open sesame"
    assert client.get("/metrics/", headers={"authorization": "Bearer wrong"}).status_code == 404
    answer = client.get("/metrics/", headers={"authorization": "Bearer open sesame"})
    families = {f.name: f for f in text_string_to_metric_families(answer.content.decode())}
    waiting = {s.labels["lane"]: s.value for s in families["dlquiz_queue_waiting"].samples}
    assert waiting == {"cpu": 1.0, "gpu": 0.0, "batch": 0.0}
    assert right not in answer.content.decode()


def test_looking_costs_the_same_however_long_the_queue_is(broker: Valkey, send: Send, right: str) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            queue_status()
        return len(seen)

    before = queries()
    for number in range(10):
        send(right, f"student-{number}")
    assert queries() == before <= 8
