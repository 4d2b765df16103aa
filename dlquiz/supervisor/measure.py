"""How long a submission takes through database, broker and worker: ``python -m dlquiz.supervisor.measure``.

The parts are those of the site, in a folder of their own that goes afterwards: SQLite, the embedded broker,
a Celery worker. Beat is left out: no message is lost here, so the reconciler has nothing to do. What is timed
begins where the page hands a submission over and ends when its grade can be read from the database; the
request itself is not in it. One JSON document on standard output.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dlquiz.supervisor import broker, parts
from dlquiz.supervisor.options import ROOT, available_cores
from dlquiz.supervisor.parts import Part, environment_of
from dlquiz.supervisor.refusal import StartRefused
from graders.package import Package, PackageRefused, load_folder

if TYPE_CHECKING:
    from dlquiz.accounts.models import User
    from dlquiz.submissions.models import Submission
    from dlquiz.tasks.models import Task

START_SECONDS = 120.0
# How often it is looked whether anything was written: the error of one measurement, at most.
LOOK_SECONDS = 0.0005
# The pace of one student is limited; no class of this size comes near it.
CLASS_SIZE = 100


class NotMeasured(RuntimeError):
    """A part did not do what it should; the text says which, with the end of its log."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and say by the exit status whether it went well."""
    parser = argparse.ArgumentParser(prog="python -m dlquiz.supervisor.measure", description=__doc__)
    parser.add_argument("folder", type=Path, help="the task package to measure on")
    parser.add_argument("--runs", type=int, default=200)
    options = parser.parse_args(arguments)
    try:
        if not options.folder.is_dir():
            raise NotMeasured(f"no such folder: {options.folder}")
        package = load_folder(options.folder)
        # A unix socket's path must be short: temporary folders that are named elsewhere may not be.
        with tempfile.TemporaryDirectory(prefix="dlquiz-bench-", dir="/tmp") as folder:
            print(json.dumps(measure(package, options.runs, Path(folder))))
    except (NotMeasured, PackageRefused, StartRefused) as refused:
        print(f"dlquiz: {refused}", file=sys.stderr)
        return 1
    return 0


def measure(package: Package, runs: int, folder: Path) -> dict[str, object]:
    """Seconds of ``runs`` submissions one after another, and submissions per second when all come at once."""
    environment = {
        "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "dlquiz.settings",
        "DJANGO_SECRET_KEY": "signs nothing: no page is served while it is measured",
        "DLQUIZ_BROKER_URL": f"redis+socket://{folder / 'valkey.sock'}",
        "DLQUIZ_DATA_DIR": str(folder),
        "DLQUIZ_LOG_LEVEL": "WARNING",
    }
    os.environ.update(environment)
    cores = available_cores()
    with _broker(folder):
        _migrate()
        send = _sender(*_course(package))
        with _worker(1, folder):
            _graded([send()], START_SECONDS)
            seconds = [_timed(lambda: _graded([send()], START_SECONDS)) for _ in range(runs)]
        with _worker(cores, folder):
            _graded([send() for _ in range(2 * cores)], START_SECONDS)
            together = _timed(lambda: _graded([send() for _ in range(runs)], START_SECONDS + runs))
    return {"seconds": seconds, "per_second": runs / together, "workers": cores, "database": "sqlite"}


@contextlib.contextmanager
def _running(part: Part, folder: Path) -> Iterator[None]:
    log = folder / f"{part.name}.log"
    with log.open("ab") as out:
        process = subprocess.Popen(
            part.command, cwd=ROOT, env=environment_of(part), stdout=out, stderr=out, start_new_session=True
        )
    try:
        yield
    except NotMeasured as failed:
        end = log.read_text(errors="replace")[-2000:]
        raise NotMeasured(f"{failed}. The end of the {part.name}'s log:\n{end}") from None
    finally:
        process.send_signal(part.stop_signal)
        try:
            process.wait(part.stop_seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@contextlib.contextmanager
def _broker(folder: Path) -> Iterator[None]:
    socket = folder / "valkey.sock"
    part = Part("broker", broker.broker_command(broker.broker_program(), socket, folder / "broker"))
    with _running(part, folder):
        deadline = time.monotonic() + START_SECONDS
        while not broker.answers(socket):
            if time.monotonic() > deadline:
                raise NotMeasured("the broker did not start")
            time.sleep(0.02)
        yield


def _worker(concurrency: int, folder: Path) -> contextlib.AbstractContextManager[None]:
    return _running(parts.worker(concurrency), folder)


def _migrate() -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", interactive=False, verbosity=0)


def _course(package: Package) -> tuple[Task, list[User], list[str]]:
    """A published task, a class, and the solutions that pass."""
    from dlquiz.accounts.models import User
    from dlquiz.courses.models import Course, Membership, Topic
    from dlquiz.tasks.services import task_version_publish

    course = Course.objects.create(slug="bench", title=package.title)
    Topic.objects.create(course=course, slug=package.topic, title=package.title)
    task = task_version_publish(course=course, package=package).task
    students = [
        User(username=f"student-{number}", email=f"{number}@example.org") for number in range(CLASS_SIZE)
    ]
    User.objects.bulk_create(students)
    Membership.objects.bulk_create(
        Membership(course=course, user=student, role="student") for student in students
    )
    return task, students, [solution.source for solution in package.accepted]


def _sender(task: Task, students: Sequence[User], sources: Sequence[str]) -> Callable[[], Submission]:
    from dlquiz.submissions import services
    from dlquiz.submissions.models import Purpose

    # Set for this process alone: thousands are sent here within a minute by a class of a hundred.
    services.IN_FLIGHT_LIMIT = services.PER_MINUTE_LIMIT = sys.maxsize
    turns = zip(itertools.cycle(students), itertools.cycle(sources), strict=False)

    def send() -> Submission:
        user, source = next(turns)
        return services.submission_create(user=user, task=task, source=source, purpose=Purpose.SUBMIT)

    return send


def _timed(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _graded(submissions: Sequence[Submission], patience: float) -> None:
    """Wait until all of these have a grade; each of them passes."""
    from dlquiz.submissions.models import Grade

    seen = 0
    newest = Grade.objects.filter(submission__gte=submissions[0].pk, submission__lte=submissions[-1].pk)
    deadline = time.monotonic() + patience
    while newest.count() < len(submissions):
        if time.monotonic() > deadline:
            raise NotMeasured(f"{len(submissions)} submissions were not graded within {patience:.0f} s")
        seen = _next_write(seen, deadline)
    if set(newest.values_list("verdict", flat=True)) != {"pass"}:
        raise NotMeasured("the accepted solution did not pass while it was timed")


def _next_write(seen: int, deadline: float) -> int:
    """Wait until another process has written to the database since state ``seen``; its state now.

    SQLite tells that by a number, so that looking costs the processes that are measured next to nothing.
    """
    from django.db import connection

    with connection.cursor() as cursor:
        while True:
            state = int(cursor.execute("PRAGMA data_version").fetchone()[0])
            if state != seen or time.monotonic() > deadline:
                return state
            time.sleep(LOOK_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
