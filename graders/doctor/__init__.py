"""Which layers of the sandbox hold on this host, found out by trying them, and what to do about others."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass

from graders.contract import Level, Text
from graders.doctor import card, host, remedies
from graders.doctor.tries import NEEDED_FOR, PROGRAMS
from graders.engine.process import ENVIRONMENT, HOME
from graders.sandbox import landlock
from graders.sandbox.folders import SandboxFolder

_ERRNO = re.compile(r"\[Errno (\d+)\]")


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer: does it hold here, and if not, what the attempt said, and what to do.

    ``needed_for``: the lowest level that rests on it; "all"; "speed", where nothing but speed
    does; or "gpu", where
    nothing but what runs on a graphics card does.
    """

    name: str
    holds: bool
    detail: str
    needed_for: str
    remedy: Text | None = None


def examine() -> list[Layer]:
    """Try every layer, each in a process of its own, which may end half way."""
    here = host.look()
    try:
        with SandboxFolder() as folder:
            temporary = Layer("temporary folder", True, "", "all")
            tried = [_try(name, code, folder.path, here) for name, code in PROGRAMS.items()]
    except OSError as error:
        told = remedies.remedy("temporary folder", error.errno or 0, here)
        temporary, tried = Layer("temporary folder", False, str(error), "all", told), []
    holds, detail, remedy = card.examine()
    return [*tried, temporary, Layer(card.NAME, holds, detail, card.NEEDED_FOR, remedy)]


def best_level(layers: list[Layer]) -> Level | None:
    """The highest level whose layers all hold; None where one that all levels need does not."""
    if not all(layer.holds for layer in layers if layer.needed_for == "all"):
        return None
    missing = {layer.needed_for for layer in layers if not layer.holds}
    if "B" in missing:
        return "C"
    return "B" if "A" in missing else "A"


def _try(name: str, code: str, folder: str, here: host.Host) -> Layer:
    done = subprocess.run(
        [sys.executable, "-s", "-P", "-c", code, folder],
        env={**ENVIRONMENT, "PYTHONPATH": HOME},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if done.returncode == 0:
        detail = f"ABI {landlock.abi()}" if name == "landlock" else ""
        return Layer(name, True, detail, NEEDED_FOR[name])
    detail = (done.stderr.strip().splitlines() or [f"exit {done.returncode}"])[-1]
    number = _ERRNO.search(detail)
    told = remedies.remedy(name, int(number[1]) if number else 0, here)
    return Layer(name, False, detail, NEEDED_FOR[name], told)
