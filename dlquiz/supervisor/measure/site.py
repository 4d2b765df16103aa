"""A site in a folder of its own: database, broker, workers, and a class that sends submissions."""

from __future__ import annotations

import contextlib
import itertools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dlquiz.supervisor import broker, parts
from dlquiz.supervisor.options import ROOT
from dlquiz.supervisor.parts import Part, environment_of
from graders.package import Package

if TYPE_CHECKING:
    from dlquiz.accounts.models import User
    from dlquiz.submissions.models import Submission
    from dlquiz.tasks.models import Task

START_SECONDS = 120.0
# How often it is looked whether anything was written: the error of one measurement, at most.
LOOK_SECONDS = 0.0005
# Where it is not the time of one that counts, looking must cost next to nothing.
SELDOM_SECONDS = 0.02
# The pace of one student is limited; no class of this size comes near it.
CLASS_SIZE = 100


class NotMeasured(RuntimeError):
    """A part did not do what it should; the text says which, with the end of its log."""


def settle(folder: Path) -> None:
    """Make ``folder`` the place of this process's site, and of its children's."""
    os.environ.update(
        {
            "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
            "DJANGO_SETTINGS_MODULE": "dlquiz.settings",
            "DJANGO_SECRET_KEY": "signs nothing: no page is served while it is measured",
            "DLQUIZ_BROKER_URL": f"redis+socket://{folder / 'valkey.sock'}",
            "DLQUIZ_DATA_DIR": str(folder),
            "DLQUIZ_LOG_LEVEL": "WARNING",
        }
    )


@contextlib.contextmanager
def _running(part: Part, folder: Path) -> Iterator[int]:
    log = folder / f"{part.name}.log"
    with log.open("ab") as out:
        process = subprocess.Popen(
            part.command, cwd=ROOT, env=environment_of(part), stdout=out, stderr=out, start_new_session=True
        )
    try:
        yield process.pid
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
def broker_running(folder: Path) -> Iterator[int]:
    """The embedded broker; its process, which leads a session of its own."""
    socket = folder / "valkey.sock"
    part = Part("broker", broker.broker_command(broker.broker_program(), socket, folder / "broker"))
    with _running(part, folder) as pid:
        deadline = time.monotonic() + START_SECONDS
        while not broker.answers(socket):
            if time.monotonic() > deadline:
                raise NotMeasured("the broker did not start")
            time.sleep(0.02)
        yield pid


def worker_running(concurrency: int, folder: Path) -> contextlib.AbstractContextManager[int]:
    """A worker of so many processes; the first of them, which leads their session."""
    return _running(parts.worker(concurrency), folder)


def migrate() -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", interactive=False, verbosity=0)


def course(package: Package) -> tuple[Task, list[User]]:
    """A published task, and a class."""
    from dlquiz.accounts.models import User
    from dlquiz.core import broker
    from dlquiz.courses.models import Course, Membership, Topic
    from dlquiz.submissions import services
    from dlquiz.tasks.services import task_version_publish

    # Set for this process alone: thousands are sent here within a minute by a class of a hundred, and what
    # a busy machine delays must be waited for, since nobody sends it again.
    services.IN_FLIGHT_LIMIT = services.PER_MINUTE_LIMIT = sys.maxsize
    broker.WAIT_SECONDS = 5.0
    made = Course.objects.create(slug="bench", title=package.title)
    Topic.objects.create(course=made, slug=package.topic, title=package.title)
    task = task_version_publish(course=made, package=package).task
    students = [
        User(username=f"student-{number}", email=f"{number}@example.org") for number in range(CLASS_SIZE)
    ]
    User.objects.bulk_create(students)
    Membership.objects.bulk_create(
        Membership(course=made, user=student, role="student") for student in students
    )
    return task, students


Send = Callable[[], "Submission"]


def sender(task: Task, students: Sequence[User], sources: Sequence[str]) -> Send:
    """What sends one more submission each time, of the next student and with the next source."""
    from dlquiz.submissions import services
    from dlquiz.submissions.models import Purpose

    turns = zip(itertools.cycle(students), itertools.cycle(sources), strict=False)

    def send() -> Submission:
        user, source = next(turns)
        return services.submission_create(user=user, task=task, source=source, purpose=Purpose.SUBMIT)

    return send


def backlog_add(task: Task, students: Sequence[User], source: str, count: int) -> None:
    """``count`` more submissions that wait with the lowest priority, stored and sent."""
    from django.utils import timezone

    from dlquiz.submissions import queue, services
    from dlquiz.submissions.models import Purpose, Submission

    assert task.current is not None
    common = {
        "task": task, "task_version": task.current, "digest": task.current.digest, "source": source,
        "purpose": Purpose.SUBMIT, "priority": services.LOWEST_PRIORITY, "dispatched_at": timezone.now(),
    }  # fmt: skip
    turns = itertools.islice(itertools.cycle(students), count)
    for added in Submission.objects.bulk_create(Submission(user=user, **common) for user in turns):
        name, lane = services.GRADE_TASK, services.LANES["cpu"]
        if not queue.send(name, added.pk, queue=lane, priority=added.priority):
            raise NotMeasured("the broker took no message")


def waiting_count() -> int:
    from dlquiz.submissions.models import State, Submission

    return Submission.objects.filter(state=State.QUEUED).count()


def graded_count() -> int:
    from dlquiz.submissions.models import Grade

    return Grade.objects.count()


def look_seconds() -> float:
    """How long the reconciler takes to find what is to be sent again."""
    from dlquiz.submissions import jobs
    from dlquiz.submissions.models import Submission

    begun = time.perf_counter()
    jobs.waiting(Submission, broker_is_empty=False)
    return time.perf_counter() - begun


def await_grades(submissions: Sequence[Submission], patience: float, look: float = LOOK_SECONDS) -> None:
    """Wait until all of these have a grade; each of them passes. ``look``: seconds between two looks."""
    from dlquiz.submissions.models import Grade

    seen = 0
    newest = Grade.objects.filter(submission__gte=submissions[0].pk, submission__lte=submissions[-1].pk)
    deadline = time.monotonic() + patience
    while newest.count() < len(submissions):
        if time.monotonic() > deadline:
            raise NotMeasured(f"{len(submissions)} submissions were not graded within {patience:.0f} s")
        seen = _next_write(seen, deadline, look)
    if set(newest.values_list("verdict", flat=True)) != {"pass"}:
        raise NotMeasured("the accepted solution did not pass while it was timed")


def _next_write(seen: int, deadline: float, look: float) -> int:
    """Wait until another process has written to the database since state ``seen``; its state now.

    SQLite tells that by a number, so that looking costs the processes that are measured next to nothing.
    """
    from django.db import connection

    with connection.cursor() as cursor:
        while True:
            state = int(cursor.execute("PRAGMA data_version").fetchone()[0])
            if state != seen or time.monotonic() > deadline:
                return state
            time.sleep(look)
