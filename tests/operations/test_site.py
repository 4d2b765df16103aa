"""`make run` for real: the whole site started, used, killed, stopped and started again on the same data.

The tests of this module stand in the order in which things happen, and share the data folder.
"""

import os
import re
import signal
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dlquiz.supervisor.demo import DEMO_NAMES, DEMO_PASSWORD
from tests.operations.processes import Running, free_port, processes_with, started, wait_until
from tests.operations.visitor import Visitor

START_SECONDS = 120.0
MARK = uuid.uuid4().hex


class Place:
    """Where the site of this module lives."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / MARK
        self.port = free_port()
        self.visitor = Visitor(f"http://127.0.0.1:{self.port}/")

    @contextmanager
    def running(self, *options: str, **environment: str) -> Iterator[Running]:
        log = self.folder / f"{uuid.uuid4().hex}.log"
        arguments = (
            "-m",
            "dlquiz.supervisor",
            "--port",
            str(self.port),
            "--data-dir",
            str(self.data),
            *options,
        )
        with started(arguments, log, {"OPERATIONS_TEST": MARK, **environment}) as site:
            site.says("dlquiz is ready", START_SECONDS)
            yield site
            if site.process.poll() is None:
                site.end(signal.SIGTERM)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    yield Place(tmp_path_factory.mktemp("site"))
    wait_until(lambda: not processes_with(MARK), 60, "nothing of the site is left")


@pytest.fixture(scope="module")
def first_start(place: Place) -> Iterator[Running]:
    with place.running() as site:
        yield site


def worker_processes() -> list[int]:
    """The workers' main processes: celery's command line with no parent of the same kind."""
    found = []
    for process in processes_with(MARK):
        words = Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")
        if b"celery" in words and b"worker" in words:
            found.append(process)
    return [process for process in found if parent_of(process) not in found]


def parent_of(process: int) -> int:
    return int(Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[1])


def test_the_address_and_the_sign_ins_are_printed(place: Place, first_start: Running) -> None:
    assert f"dlquiz is ready: http://127.0.0.1:{place.port}/" in first_start.output
    assert f"sign in as   {', '.join(DEMO_NAMES)}" in first_start.output
    assert f"password     {DEMO_PASSWORD}" in first_start.output
    assert str(place.data) in first_start.output


def test_the_health_page_is_content_once_the_worker_is_there(place: Place, first_start: Running) -> None:
    wait_until(lambda: place.visitor.get("/health/")[0] == 200, 60, "the health page says 200")


def test_the_demo_people_can_sign_in(place: Place, first_start: Running) -> None:
    for name in DEMO_NAMES:
        visitor = Visitor(place.visitor.address)
        assert not visitor.is_signed_in()
        visitor.sign_in(name, DEMO_PASSWORD)
        assert visitor.is_signed_in(), name
    place.visitor.sign_in("student", DEMO_PASSWORD)
    assert place.visitor.is_signed_in()


def test_the_broker_listens_on_no_port_and_its_files_are_private(place: Place, first_start: Running) -> None:
    titles = [Path(f"/proc/{process}/cmdline").read_bytes() for process in processes_with(MARK)]
    brokers = [title for title in titles if b"valkey-server" in title]
    assert len(brokers) == 1
    assert f"unixsocket:{place.data}".encode() in brokers[0]
    assert (place.data.stat().st_mode & 0o077) == 0
    assert ((place.data / "secret_key").stat().st_mode & 0o077) == 0


def test_a_second_start_on_the_same_data_is_refused(
    place: Place, first_start: Running, tmp_path: Path
) -> None:
    arguments = ("-m", "dlquiz.supervisor", "--port", str(free_port()), "--data-dir", str(place.data))
    with started(arguments, tmp_path / "log") as second:
        assert second.process.wait(timeout=30) == 1
        assert f"process {first_start.process.pid}" in second.output


def test_a_killed_worker_is_started_again(place: Place, first_start: Running) -> None:
    before = worker_processes()
    assert len(before) == 1
    os.kill(before[0], signal.SIGKILL)
    first_start.says("worker was ended by signal 9 (Killed); starting it again", 20)
    wait_until(lambda: worker_processes() not in ([], before), 30, "another worker is there")


def test_ctrl_c_leaves_no_process_behind(place: Place, first_start: Running) -> None:
    assert first_start.end(signal.SIGINT) == 0
    assert first_start.output.rstrip().endswith("stopped")
    assert processes_with(MARK) == []
    assert re.search(r"Traceback|Killed by|is killed", first_start.output.rsplit("stopping", 1)[1]) is None


def test_the_next_start_finds_the_data_again_and_a_killed_supervisor_leaves_nothing(place: Place) -> None:
    with place.running() as site:
        assert place.visitor.is_signed_in(), "session, account and signing key were kept"
        site.process.kill()
        site.process.wait()
        wait_until(lambda: not processes_with(MARK), 50, "every part has followed its supervisor")


def test_a_demo_that_becomes_real_locks_its_public_passwords(place: Place) -> None:
    plain_http = {"DLQUIZ_HTTPS_REDIRECT": "0"}
    with place.running("--no-demo", "--no-worker", **plain_http) as site:
        assert DEMO_PASSWORD not in site.output
        assert "Locked the demo accounts that still had the public password" in site.output
        assert not place.visitor.is_signed_in(), "an open session of a locked account has ended too"
        status, page = place.visitor.get("/accounts/login/")
        assert status == 200
        assert re.search(r'href="/static/[^"]+\.[0-9a-f]{8,}\.css"', page), "static files carry a digest"
        style = re.findall(r'href="(/static/[^"]+\.css)"', page)
        assert all(place.visitor.get(path)[0] == 200 for path in style)
