"""Real workers on the tests' own database and broker, for tests of whole ways through the site."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import kombu.pools
import pytest
from django.db import connection

from dlquiz.celery import app
from dlquiz.submissions import queue
from tests.flow.processes import Beat, Worker
from tests.services.servers import Valkey

# Short, so that a lost worker is found out within the patience of a test.
LEASE_SECONDS = 3


@pytest.fixture(scope="session")
def valkey() -> Iterator[Valkey]:
    """A broker of these tests' own: they kill it."""
    with tempfile.TemporaryDirectory(prefix="dlf-") as folder:
        server = Valkey(Path(folder))
        server.start()
        yield server
        server.stop()


@pytest.fixture
def broker(valkey: Valkey) -> Iterator[Valkey]:
    """An empty broker that answers, and this process's Celery using it."""
    if not valkey.answers():
        valkey.start()
    valkey.command("FLUSHALL")
    before = app.conf.broker_url
    _use_broker(valkey.url())
    yield valkey
    _use_broker(before)


def _use_broker(url: str) -> None:
    """Connections are pooled for the whole process: the pools must forget the other broker."""
    app.conf.broker_url = app.conf.broker_read_url = app.conf.broker_write_url = url
    kombu.pools.reset()
    queue.forget_failures()


@pytest.fixture
def environment(broker: Valkey, transactional_db: None) -> dict[str, str]:
    """What a worker needs to find the database and broker of the test."""
    return {
        "DATABASE_URL": _database_url(),
        "DLQUIZ_BROKER_URL": broker.url(),
        "DLQUIZ_LEASE_SECONDS": str(LEASE_SECONDS),
        "DLQUIZ_LOG_LEVEL": "INFO",
        # Tests promise what is found, not how soon: they may share the machine with others.
        "DLQUIZ_EXPLAIN_SECONDS": "30",
    }


def _database_url() -> str:
    """The address of the test database, which Django has made beside the one that was given."""
    name = str(connection.settings_dict["NAME"])
    given = os.environ["DATABASE_URL"]
    if given.startswith("sqlite"):
        return f"sqlite:///{name}"
    head, _, query = given.partition("?")
    return head.rsplit("/", 1)[0] + f"/{name}" + (f"?{query}" if query else "")


StartWorker = Callable[..., Worker]


@pytest.fixture
def start_worker(environment: dict[str, str], tmp_path: Path) -> Iterator[StartWorker]:
    """Starts a worker; all of them end with the test."""
    started: list[Worker] = []

    def start(concurrency: int = 1) -> Worker:
        started.append(Worker(environment, tmp_path / "worker.log", concurrency))
        return started[-1]

    yield start
    for worker in started:
        worker.kill()


@pytest.fixture
def beat(environment: dict[str, str], tmp_path: Path) -> Iterator[Beat]:
    """The clock, running."""
    running = Beat(environment, tmp_path / "beat.log", tmp_path / "schedule")
    yield running
    running.kill()
