"""Real worker processes on the tests' own PostgreSQL and Valkey."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import kombu.pools
import pytest
from django.db import connection

from dlquiz.accounts.models import User
from dlquiz.celery import app
from dlquiz.courses.models import Course, Topic
from dlquiz.submissions import queue
from dlquiz.submissions.models import Purpose, State, Submission
from dlquiz.submissions.services import submission_create
from dlquiz.tasks.models import Task
from dlquiz.tasks.services import task_version_publish
from graders.package import Package, load_folder
from tests.services.servers import Valkey

ROOT = Path(__file__).parent.parent.parent
MINI = ROOT / "tests" / "graders" / "mini" / "conv2d-mini"


@pytest.fixture(scope="session")
def valkey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Valkey]:
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
    queue.forget_failures()
    yield valkey
    _use_broker(before)
    queue.forget_failures()


def _use_broker(url: str) -> None:
    """Connections are pooled for the whole process: the pools must forget the other broker."""
    app.conf.broker_url = app.conf.broker_read_url = app.conf.broker_write_url = url
    app.__dict__.pop("pool", None)
    app._pool = None
    app.amqp._producer_pool = None
    kombu.pools.reset()


@pytest.fixture
def package() -> Package:
    return load_folder(MINI)


@pytest.fixture
def task(transactional_db: None, course: Course, topic: Topic, package: Package) -> Task:
    return task_version_publish(course=course, package=package).task


class Worker:
    """A Celery worker in processes of its own."""

    def __init__(self, url: str, log: Path) -> None:
        environment = {
            **os.environ,
            "DATABASE_URL": _database_url(),
            "DLQUIZ_BROKER_URL": url,
            "DLQUIZ_LOG_LEVEL": "INFO",
            "REMAP_SIGTERM": "SIGQUIT",
        }
        self.log = log
        with log.open("ab") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "celery", "-A", "dlquiz", "worker", "-Q", "cpu,control",
                 "-c", "1", "--without-gossip", "--without-mingle", "--loglevel", "INFO"],
                cwd=ROOT, env=environment, stdout=out, stderr=out, start_new_session=True,
            )  # fmt: skip

    def kill(self) -> None:
        """Kill the worker and everything that it started, as a power cut would."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        if self.process.poll() is None:
            self.kill()


def _database_url() -> str:
    """The address of the test database, which Django has made beside the one that was given."""
    name = str(connection.settings_dict["NAME"])
    given = os.environ["DATABASE_URL"]
    if given.startswith("sqlite"):
        return f"sqlite:///{name}"
    head, _, query = given.partition("?")
    return head.rsplit("/", 1)[0] + f"/{name}" + (f"?{query}" if query else "")


StartWorker = Callable[[], Worker]


@pytest.fixture
def start_worker(broker: Valkey, transactional_db: None, tmp_path: Path) -> Iterator[StartWorker]:
    started: list[Worker] = []

    def start() -> Worker:
        started.append(Worker(broker.url(), tmp_path / "worker.log"))
        return started[-1]

    yield start
    for worker in started:
        worker.stop()


Send = Callable[..., Submission]


@pytest.fixture
def send(task: Task, student: User) -> Send:
    """Send a solution of the small convolution, as ``student``."""

    def send(source: str, purpose: Purpose = Purpose.SUBMIT, user: User = student) -> Submission:
        return submission_create(user=user, task=task, source=source, purpose=purpose)

    return send


def wait_until(holds: Callable[[], bool], seconds: float, what: str) -> None:
    """Wait until something holds; the deadline is far beyond what it takes, for noisy machines."""
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {seconds} s: {what}")
        time.sleep(0.05)


def all_graded(count: int) -> Callable[[], bool]:
    return lambda: Submission.objects.filter(state=State.GRADED).count() == count
