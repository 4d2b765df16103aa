"""What the containers run, run here: the same commands and settings, on PostgreSQL and a broker over TCP.

No Docker is needed, and none is pretended: images and isolation are not what is tested here, but that the
entry points, the settings of compose.yaml and the health checks fit together and a submission gets its grade.
"""

import os
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import psycopg
import pytest
import yaml

from dlquiz.supervisor.broker import broker_program
from tests.operations.processes import (
    ROOT,
    Running,
    bare_environment,
    free_port,
    processes_with,
    started,
    wait_until,
)
from tests.operations.visitor import Visitor

SERVICES = yaml.safe_load((ROOT / "docker" / "compose.yaml").read_text())["services"]
MARK = uuid.uuid4().hex
SUBMIT = """
from django.utils import timezone
from dlquiz.accounts.models import User
from dlquiz.courses.models import Course
from dlquiz.submissions.services import submission_create
from dlquiz.submissions.models import Purpose
from dlquiz.tasks.models import Task
user = User.objects.create_user("native", "native@example.org", "a password of some length")
task = Task.objects.get(slug="conv2d-forward")
source = next(text for path, text in task.current.files.items() if path.startswith("accepted/"))
print("receipt", submission_create(user=user, task=task, source=source, purpose=Purpose.SUBMIT).pk)
"""
STATE = """
from dlquiz.submissions.models import Grade, Submission
row = Submission.objects.get()
grades = [(grade.number, grade.verdict) for grade in Grade.objects.all()]
print("state", row.state, *grades)
"""


class Native:
    """One installation: its environment as compose.yaml gives it, its own database, its own broker."""

    def __init__(self, folder: Path, database_url: str, redis_url: str) -> None:
        self.folder = folder
        self.port = free_port()
        data = folder / "data"
        data.mkdir()
        self.environment = {
            **{name: "" for name in SERVICES["web"]["environment"] if name.startswith("EMAIL")},
            "DATABASE_URL": database_url,
            "REDIS_URL": redis_url,
            "DJANGO_SECRET_KEY": "k" * 50,
            "DJANGO_ALLOWED_HOSTS": "quiz.example.org,127.0.0.1",
            "DJANGO_CSRF_TRUSTED_ORIGINS": "",
            "DLQUIZ_PROXY_COUNT": "1",
            "DLQUIZ_CONCURRENCY": "1",
            "DLQUIZ_QUEUES": SERVICES["worker"]["environment"]["DLQUIZ_QUEUES"],
            "DLQUIZ_BIND": f"127.0.0.1:{self.port}",
            "DLQUIZ_DATA_DIR": str(data),
            "DJANGO_SETTINGS_MODULE": "dlquiz.settings",
            "OPERATIONS_TEST": MARK,
        }

    def run(self, *arguments: str, good: bool = True) -> str:
        """Run a Python program of the installation to its end."""
        done = subprocess.run(
            (sys.executable, *arguments),
            cwd=ROOT,
            env={**bare_environment(), **self.environment},
            capture_output=True,
            text=True,
            timeout=180,
        )
        assert not good or done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def shell(self, program: str) -> list[str]:
        """Run a program in Django's shell; the words of its last line."""
        return self.run("manage.py", "shell", "--no-imports", "--command", program).splitlines()[-1].split()

    def health(self, part: str) -> bool:
        return "well" in self.run(*service_command(f"health {part}"), good=False)


def service_command(wanted: str) -> tuple[str, ...]:
    """A command of compose.yaml or, where it gives none, of the image, without ``python``."""
    module, _, part = wanted.partition(" ")
    if module == "health":
        found = SERVICES[part]["healthcheck"]["test"][1:]
    elif "command" in SERVICES[part]:
        found = SERVICES[part]["command"]
    else:
        last = (ROOT / "docker" / f"{part}.Dockerfile").read_text().strip().splitlines()[-1]
        found = yaml.safe_load(last.removeprefix("CMD "))
    assert found[0] == "python"
    return tuple(found[1:])


@pytest.fixture(scope="module")
def database_url() -> Iterator[str]:
    """A database of its own on the server that the test run has started."""
    server = os.environ["DATABASE_URL"]
    if not server.startswith("postgres"):
        pytest.skip("NOT ON POSTGRESQL: the containers' settings are not checked on SQLite")
    name = f"native_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as link:
        link.execute(f"CREATE DATABASE {name}")
    address, mark, query = server.partition("?")
    yield f"{address.rsplit('/', 1)[0]}/{name}{mark}{query}"
    with psycopg.connect(server, autocommit=True) as link:
        link.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="module")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real server of the Redis protocol on loopback, with the options of compose.yaml."""
    port = free_port()
    options = SERVICES["redis"]["command"][1:]
    folder = tmp_path_factory.mktemp("redis")
    command = (broker_program(), *options, "--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder))
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        yield f"redis://127.0.0.1:{port}/0"
        process.terminate()


@pytest.fixture(scope="module")
def native(
    tmp_path_factory: pytest.TempPathFactory, database_url: str, redis_url: str
) -> Iterator[tuple[Native, Callable[[str], Running]]]:
    folder = tmp_path_factory.mktemp("native")
    installation = Native(folder, database_url, redis_url)
    installation.run(*service_command("setup setup"))
    with ExitStack() as stack:
        running: list[Running] = []

        def start(part: str) -> Running:
            log = folder / f"{part}.log"
            process = started(service_command(f"serve {part}"), log, installation.environment)
            running.append(stack.enter_context(process))
            return running[-1]

        yield installation, start
        for part in running:
            if part.process.poll() is None:
                part.process.terminate()
                part.process.wait(timeout=60)
    wait_until(lambda: not processes_with(MARK), 30, "every part has ended on SIGTERM")


def test_each_part_is_well_and_a_submission_gets_its_grade(
    native: tuple[Native, Callable[[str], Running]],
) -> None:
    installation, start = native
    assert not installation.health("web")
    assert not installation.health("worker")
    for part in ("web", "beat", "worker"):
        start(part)
    wait_until(lambda: installation.health("web"), 60, "the web server is well")
    wait_until(lambda: installation.health("worker"), 60, "the worker is well")
    wait_until(lambda: installation.health("beat"), 60, "beat is well")
    installation.shell(SUBMIT)
    wait_until(lambda: installation.shell(STATE)[1] == "graded", 60, "the submission is graded")
    assert installation.shell(STATE) == ["state", "graded", "(1,", "'pass')"]


def test_the_web_server_speaks_through_a_proxy_only_in_https(
    native: tuple[Native, Callable[[str], Running]],
) -> None:
    installation, _ = native
    visitor = Visitor(f"http://127.0.0.1:{installation.port}/")
    visitor.headers = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "quiz.example.org"}
    status, page = visitor.get("/accounts/login/")
    assert status == 200
    assert "csrfmiddlewaretoken" in page
    visitor.headers = {"X-Forwarded-Proto": "http", "X-Forwarded-Host": "quiz.example.org"}
    status, address = visitor.first_answer("/accounts/login/")
    assert (status, address) == (301, "https://quiz.example.org/accounts/login/")
    visitor.headers = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example.net"}
    assert visitor.get("/accounts/login/")[0] == 400
