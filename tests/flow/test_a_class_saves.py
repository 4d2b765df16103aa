"""Two hundred students at once on the embedded set-up: the supervisor, its one web process, SQLite."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import threading
import urllib.parse
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.flow.class_program import ASKED, COURSE, PRACTISED, QUIZ
from tests.operations.processes import ROOT, bare_environment, free_port, started

STUDENTS = 200
SAVES = 5
ATTEMPTS = 3
START_SECONDS = 120.0
PRACTICE = f"/courses/{COURSE}/questions/{PRACTISED}/"
SITTING = f"/courses/{COURSE}/quizzes/{QUIZ}/1/"
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass
class Student:
    """A browser with a session, as far as saving needs one; remembers what the site has taken."""

    name: str
    port: int
    cookies: dict[str, str]
    taken: dict[str, str] = field(default_factory=dict)
    statuses: list[int] = field(default_factory=list)
    token: str = ""

    def __post_init__(self) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)

    def open(self, path: str) -> str:
        page = self._ask("GET", path)
        found = _TOKEN.search(page)
        self.token = found[1] if found else self.token
        return page

    def save(self, path: str, text: str, revision: int) -> int:
        """One autosave; the revision that the site has now."""
        body = self._ask("POST", path + "save/", answer=text, revision=str(revision), attempt="1")
        self.taken[path] = text
        saved: int = json.loads(body)["revision"]
        return saved

    def post(self, path: str) -> None:
        self._ask("POST", path)

    def _ask(self, method: str, path: str, **fields: str) -> str:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = None
        if method == "POST":
            body = urllib.parse.urlencode({"csrfmiddlewaretoken": self.token, **fields})
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
        answer, text = self._answered(method, path, body, headers)
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                cookie, _, content = value.partition(";")[0].partition("=")
                self.cookies[cookie] = content
        self.statuses.append(answer.status)
        return text

    def _answered(
        self, method: str, path: str, body: str | None, headers: dict[str, str]
    ) -> tuple[http.client.HTTPResponse, str]:
        """The answer; where the site has closed the connection meanwhile, asked again as browsers do."""
        for _ in range(ATTEMPTS):
            try:
                self.connection.request(method, path, body, headers)
                answer = self.connection.getresponse()
                return answer, answer.read().decode()
            except (http.client.RemoteDisconnected, ConnectionError):
                self.connection.close()
        raise AssertionError(f"{method} {path}: no answer {ATTEMPTS} times")


@dataclass(frozen=True)
class Class:
    """The students, and the way to ask the site's database about them."""

    students: list[Student]
    results: Callable[[], dict[str, Any]]

    def all_at_once(self, act: Callable[[Student], None]) -> None:
        """Everybody begins at the same moment."""
        barrier = threading.Barrier(len(self.students))
        faults: list[Exception] = []

        def run(student: Student) -> None:
            barrier.wait()
            try:
                act(student)
            except Exception as fault:  # noqa: BLE001 - told below, for all of them
                faults.append(fault)

        threads = [threading.Thread(target=run, args=(student,)) for student in self.students]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert faults == []


@pytest.fixture(scope="module")
def the_class(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Class]:
    folder = tmp_path_factory.mktemp("class")
    data, port = folder / "data", free_port()
    arguments = ("-m", "dlquiz.supervisor", "--port", str(port), "--data-dir", str(data))
    with started(arguments, folder / "log") as site:
        site.says("dlquiz is ready", START_SECONDS)
        enrolled = program(data, "enrol", str(STUDENTS))
        sessions = enrolled["sessions"].items()
        students = [Student(name, port, {enrolled["cookie"]: key}) for name, key in sessions]
        yield Class(students, lambda: program(data, "results"))
        for student in students:
            student.connection.close()
        site.end(signal.SIGTERM)


def program(data: Path, *arguments: str) -> dict[str, Any]:
    """The program beside the site, on the same database."""
    environment = bare_environment() | {
        "DATABASE_URL": f"sqlite:///{data / 'db.sqlite3'}",
        "DJANGO_SECRET_KEY": (data / "secret_key").read_text("utf-8").strip(),
        "DJANGO_SETTINGS_MODULE": "dlquiz.settings",
        "DLQUIZ_DATA_DIR": str(data),
        "DLQUIZ_LOG_LEVEL": "ERROR",
        "PYTHONPATH": os.pathsep.join([str(ROOT)]),
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.flow.class_program", *arguments],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def text_of(student: Student, turn: int) -> str:
    return f"Kernel {student.name}, save {turn}: वह image पर खिसकता है।"


def test_practice_autosaved_by_a_class_at_once_loses_and_doubles_nothing(the_class: Class) -> None:
    def write(student: Student) -> None:
        student.open(PRACTICE)
        revision = 0
        for turn in range(SAVES):
            revision = student.save(PRACTICE, text_of(student, turn), revision)

    the_class.all_at_once(write)
    assert {status for student in the_class.students for status in student.statuses} == {200}
    work = the_class.results()["work"]
    kept = {student.name: work[student.name]["practice"][PRACTISED] for student in the_class.students}
    for student in the_class.students:
        (attempt,) = kept[student.name]
        assert attempt["draft"] == student.taken[PRACTICE] == text_of(student, SAVES - 1)
        assert attempt["revision"] == SAVES


def test_a_quiz_that_a_class_sits_at_once_keeps_every_answer_and_marks_it_once(the_class: Class) -> None:
    def sit(student: Student) -> None:
        student.open(f"/courses/{COURSE}/quizzes/{QUIZ}/")
        student.statuses.clear()
        student.post(f"/courses/{COURSE}/quizzes/{QUIZ}/start/")
        student.post(f"/courses/{COURSE}/quizzes/{QUIZ}/start/")
        for question in ASKED:
            revision = 0
            for turn in range(SAVES):
                revision = student.save(f"{SITTING}{question}/", str(turn), revision)
        student.post(f"{SITTING}hand-in/")
        student.post(f"{SITTING}hand-in/")

    the_class.all_at_once(sit)
    statuses = {status for student in the_class.students for status in student.statuses}
    assert statuses == {200, 302}
    found = the_class.results()
    assert found["sittings"] == STUDENTS
    for student in the_class.students:
        quiz = found["work"][student.name]["quiz"]
        assert sorted(quiz) == sorted(ASKED)
        for (attempt,) in quiz.values():
            last = str(SAVES - 1)
            assert (attempt["answer"], attempt["revision"], attempt["marks"]) == (last, SAVES, 1)
