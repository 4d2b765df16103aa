"""Make the virtual environment that ``make run`` and ``make test`` use, and say what is going on meanwhile.

Run by whatever ``python3`` the machine has, so it uses the standard library only. It does nothing, in a few
hundredths of a second, when the environment already matches ``pyproject.toml`` and ``requirements/``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shlex
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)
INPUTS = ("pyproject.toml", "requirements/torch.txt")
TORCH_BUILDS = ("cpu", "cuda", "skip")
QUIET_SECONDS = 15.0


class InstallRefused(Exception):
    """The installation cannot go on; the message says in one line what to do."""


@dataclass(frozen=True)
class Torch:
    """Which build of PyTorch the user wants, and from where."""

    build: str
    index_url: str

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Torch:
        build = environment.get("DLQUIZ_TORCH", "").strip().lower()
        if build and build not in TORCH_BUILDS:
            raise InstallRefused(f"DLQUIZ_TORCH is {build!r}; it may be cpu, cuda or skip, or be left out.")
        return cls(build, environment.get("DLQUIZ_TORCH_INDEX_URL", "").strip())

    @property
    def wanted(self) -> bool:
        return self.build != "skip"


@dataclass(frozen=True)
class Step:
    """One numbered step of the installation."""

    title: str
    command: tuple[str, ...]


def torch_step(python: str, torch: Torch) -> Step:
    """Installing PyTorch by itself, before anything that could make pip choose another build of it."""
    command = [python, "-m", "pip", "install", "-r", "requirements/torch.txt"]
    if torch.index_url:
        command += ["--index-url", torch.index_url]
        origin = f"from {torch.index_url}"
    else:
        origin = "the build that your package index offers; set DLQUIZ_TORCH_INDEX_URL to choose another"
    size = "a CPU build is about 200 MB to download; a build with CUDA for Linux, 3 GB and more"
    return Step(f"PyTorch, for the grading workers ({origin}; {size})", tuple(command))


def package_step(python: str, torch: Torch, dev: bool) -> Step:
    """Installing dlquiz itself and the libraries that it names."""
    extras = [name for name, wanted in (("worker", torch.wanted), ("dev", dev)) if wanted]
    target = f".[{','.join(extras)}]" if extras else "."
    what = "dlquiz with its libraries, test and lint tools" if dev else "dlquiz with its libraries"
    size = "about 250 MB" if dev else "about 100 MB"
    command = (python, "-m", "pip", "install", "-c", "requirements/torch.txt", "-e", target)
    return Step(f"{what} ({size})", command)


def environment_command(folder: Path, base: str = sys.executable) -> tuple[str, ...]:
    return (base, "-m", "venv", "--clear", str(folder))


def fingerprint(torch: Torch) -> str:
    """What an installation depends on; another value means that it has to be done again."""
    digest = hashlib.sha256(f"{torch.build} {torch.index_url}\n".encode())
    for name in INPUTS:
        digest.update(name.encode() + b"\0" + (ROOT / name).read_bytes() + b"\0")
    return digest.hexdigest()


def is_current(folder: Path, torch: Torch, dev: bool) -> bool:
    """Whether the environment was completely installed from the files as they are now."""
    try:
        stamp = json.loads((folder / "dlquiz-install.json").read_text())
    except (OSError, ValueError):
        return False
    return stamp.get("fingerprint") == fingerprint(torch) and (stamp.get("dev") or not dev)


def has_working_python(folder: Path) -> bool:
    """Whether the environment's interpreter starts, has pip, and is new enough."""
    test = f"import sys, pip; sys.exit(sys.version_info < {OLDEST_PYTHON})"
    try:
        return subprocess.run([folder / "bin" / "python", "-c", test], capture_output=True).returncode == 0
    except OSError:
        return False


def run_step(number: int, total: int, step: Step) -> None:
    """Run one step in the open: pip's own output on a terminal, a sign of life every few seconds in a log."""
    say(f"Step {number} of {total}: {step.title}")
    started = time.monotonic()
    done = threading.Event()
    if not sys.stdout.isatty():
        threading.Thread(target=report_silence, args=(done, started), daemon=True).start()
    try:
        status = subprocess.run(step.command, cwd=ROOT).returncode
    finally:
        done.set()
    if status != 0:
        raise InstallRefused(
            f"Step {number} of {total} failed; the lines above say why. Nothing is half-used: put that right "
            f"and run the same command again. (It was: {shlex.join(step.command)})"
        )
    say(f"Step {number} of {total} done in {time.monotonic() - started:.0f} s")


def report_silence(done: threading.Event, started: float) -> None:
    while not done.wait(QUIET_SECONDS):
        say(f"  still at it, {time.monotonic() - started:.0f} s so far")


def make_environment(folder: Path) -> None:
    """Create the environment, also on a Debian without ``python3-venv`` as long as pip itself is there."""
    made = subprocess.run(environment_command(folder), capture_output=True, text=True)
    if made.returncode == 0:
        return
    bare = subprocess.run((*environment_command(folder), "--without-pip"), capture_output=True, text=True)
    if bare.returncode == 0:
        python = str(folder / "bin" / "python")
        command = (sys.executable, "-m", "pip", "--python", python, "install", "pip")
        if subprocess.run(command, capture_output=True, text=True).returncode == 0:
            return
    reason = (made.stdout + made.stderr).strip().splitlines()
    raise InstallRefused(
        f"No virtual environment could be made in {folder}: {reason[-1] if reason else 'venv failed'} "
        "(on Debian and Ubuntu: apt install python3-venv)."
    )


def check_build(folder: Path, torch: Torch) -> None:
    """Refuse a CPU build where CUDA was asked for; the file is read, since importing torch takes seconds."""
    if torch.build != "cuda":
        return
    for path in folder.glob("lib/python*/site-packages/torch/version.py"):
        if re.search(r"^cuda\b[^=]*= *['\"]\d", path.read_text(), re.MULTILINE):
            return
    raise InstallRefused(
        "DLQUIZ_TORCH=cuda, but the PyTorch that was installed is a CPU build: give the index of a CUDA "
        "build in DLQUIZ_TORCH_INDEX_URL, remove .venv and try again."
    )


def install(folder: Path, torch: Torch, dev: bool) -> None:
    """Bring the environment up to date, step by step."""
    python = str(folder / "bin" / "python")
    steps = [torch_step(python, torch)] if torch.wanted else []
    steps.append(package_step(python, torch, dev))
    total = len(steps) + 1
    say(f"dlquiz: installing into {folder} (a few minutes the first time; later starts skip this).")
    if has_working_python(folder):
        say(f"Step 1 of {total}: the virtual environment is there already")
    else:
        say(f"Step 1 of {total}: a virtual environment (Python {sys.version.split()[0]})")
        make_environment(folder)
    (folder / "dlquiz-install.json").unlink(missing_ok=True)
    for number, step in enumerate(steps, start=2):
        run_step(number, total, step)
    check_build(folder, torch)
    stamp = {"fingerprint": fingerprint(torch), "dev": dev}
    (folder / "dlquiz-install.json").write_text(json.dumps(stamp))


def say(line: str) -> None:
    print(line, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dev", action="store_true", help="with what tests and linters need")
    parser.add_argument("--venv", type=Path, default=ROOT / ".venv", help="folder of the virtual environment")
    options = parser.parse_args(arguments)
    try:
        if sys.version_info < OLDEST_PYTHON:
            raise InstallRefused(
                f"This is Python {sys.version.split()[0]}; dlquiz needs 3.11 or newer. "
                "Name one: make run PYTHON=python3.12"
            )
        torch = Torch.from_environment(os.environ)
        if is_current(options.venv, torch, options.dev) and has_working_python(options.venv):
            return 0
        install(options.venv, torch, options.dev)
    except InstallRefused as refused:
        print(f"dlquiz: {refused}", file=sys.stderr, flush=True)
        return 1
    except KeyboardInterrupt:
        print("\ndlquiz: stopped; the same command goes on from here.", file=sys.stderr, flush=True)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
