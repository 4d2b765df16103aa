"""Without a library that a command needs, it says so in one line and fails; nobody reads a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.operations.processes import ROOT, bare_environment


def run_without(missing: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python modules as on a machine where everything is installed but ``missing``."""
    for kind in ("purelib", "platlib"):
        for entry in Path(sysconfig.get_path(kind)).iterdir():
            link = folder / entry.name
            if entry.name.partition("-")[0].lower() != missing and not link.is_symlink():
                link.symlink_to(entry)
    return subprocess.run(
        # -S: nothing but the folder is looked into.
        (sys.executable, "-S", "-m", *arguments),
        cwd=ROOT,
        env={**bare_environment(), "PYTHONPATH": os.pathsep.join((str(ROOT), str(folder)))},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


CHECK = ("graders", "check", "reference_models/conv2d-forward")


@pytest.mark.parametrize(
    ("missing", "arguments"),
    [
        ("torch", CHECK),
        ("torch", ("graders", "bench")),
        ("typer", ("graders", "doctor")),
        ("rich", ("graders", "doctor")),
        ("numpy", CHECK),
        ("celery", ("dlquiz.supervisor",)),
        ("django", ("dlquiz.supervisor",)),
        ("gunicorn", ("dlquiz.supervisor",)),
        ("torch", ("dlquiz.supervisor",)),
    ],
)
def test_what_is_missing_is_said_in_one_line(
    tmp_path: Path, missing: str, arguments: tuple[str, ...]
) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    if "supervisor" in arguments[0]:
        arguments = (*arguments, "--data-dir", str(tmp_path / "data"))
    done = run_without(missing, folder, *arguments)
    assert done.returncode not in (0, -6, -11)
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    named = "PyTorch" if missing == "torch" else missing
    assert f"{named} is missing" in lines[0]
    assert "make run" in lines[0]


def test_the_other_commands_do_without_torch(tmp_path: Path) -> None:
    done = run_without("torch", tmp_path, "graders", "doctor", "--json")
    assert done.returncode in (0, 1), done.stderr
    assert done.stderr == ""
