"""What a killed engine leaves in the temporary folder goes when the next one starts; what is in use stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graders import doctor
from graders.sandbox import folders
from graders.sandbox.folders import PREFIX, SandboxFolder, sweep

ROOT = Path(__file__).resolve().parent.parent.parent
HOLD = (
    "import sys; from graders.sandbox.folders import SandboxFolder; "
    "print(SandboxFolder().path, flush=True); sys.stdin.read()"
)
ENGINE = (
    "import sys; from graders.engine import Engine; engine = Engine(); print(engine.level, flush=True); "
    "sys.stdin.read(); engine.close()"
)


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder of the test's own, for this process and those that it starts."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@contextmanager
def running(program: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A process, and the line that it says when it is ready."""
    process = subprocess.Popen(
        (sys.executable, "-c", program), cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        yield process, process.stdout.readline().strip()
    finally:
        process.kill()
        process.communicate()


def left(parent: Path) -> set[str]:
    return {str(path) for path in parent.iterdir()}


def test_a_folder_goes_with_its_owner_or_else_with_the_next_sweep(temporary: Path) -> None:
    with running(HOLD) as (process, folder), running(HOLD) as (_, other):
        assert sweep() == 0
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert left(temporary) == {folder, other}
        assert sweep() == 1
        assert left(temporary) == {other}
    assert sweep() == 1


def test_closing_removes_it_and_may_be_done_twice(temporary: Path) -> None:
    folder = SandboxFolder()
    assert (Path(folder.path).stat().st_mode & 0o777) == 0o755
    folder.close()
    folder.close()
    assert left(temporary) == set()


def test_an_engine_that_starts_removes_what_a_killed_one_left(temporary: Path) -> None:
    with running(ENGINE) as (first, _):
        (folder,) = left(temporary)
        assert Path(folder).name.startswith(PREFIX)
        first.send_signal(signal.SIGKILL)
        first.wait()
    assert left(temporary) == {folder}
    with running(ENGINE) as (second, level):
        assert level in ("A", "B", "C")
        assert folder not in left(temporary)
        second.communicate("")
    assert left(temporary) == set()


def test_the_doctor_leaves_nothing(temporary: Path) -> None:
    doctor.examine()
    assert left(temporary) == set()


def test_only_folders_of_ones_own_are_touched(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    precious = temporary / "precious"
    precious.mkdir()
    (temporary / f"{PREFIX}link").symlink_to(precious)
    (temporary / f"{PREFIX}file").write_text("kept")
    (temporary / f"{PREFIX}theirs").mkdir()
    monkeypatch.setattr(folders.os, "geteuid", lambda: os.getuid() + 1)
    assert sweep() == 0
    assert len(left(temporary)) == 4


def test_a_folder_that_was_just_made_is_never_swept_from_under_its_owner(temporary: Path) -> None:
    program = "from graders.sandbox.folders import sweep\nwhile True: sweep()"
    with (
        subprocess.Popen((sys.executable, "-c", program), cwd=ROOT) as one,
        subprocess.Popen((sys.executable, "-c", program), cwd=ROOT) as two,
    ):
        try:
            for _ in range(1000):
                with SandboxFolder() as folder:
                    assert Path(folder.path).is_dir()
        finally:
            one.kill()
            two.kill()
