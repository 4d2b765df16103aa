"""What the user may choose: command line first, then the environment, then the defaults."""

import argparse
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dlquiz.supervisor.refusal import StartRefused

ROOT = Path(__file__).resolve().parent.parent.parent
HIGHEST_PORT = 65535


@dataclass(frozen=True)
class Options:
    """How one start of the whole site is to look."""

    host: str
    port: int
    data_dir: Path
    demo: bool
    worker: bool
    concurrency: int


def default_concurrency() -> int:
    """Two at most: each process of the pool keeps a warm PyTorch of its own."""
    return min(available_cores(), 2)


def available_cores() -> int:
    """The cores that this process may use, which in a container are fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def number(text: str, what: str, lowest: int, highest: int) -> int:
    """A whole number within bounds, or a refusal that names where it came from."""
    if text.strip().isdecimal() and lowest <= int(text) <= highest:
        return int(text)
    raise StartRefused(f"{what} is {text!r}; it must be a whole number from {lowest} to {highest}.")


def options_from(arguments: Sequence[str], environment: Mapping[str, str]) -> Options:
    """Read the command line and the environment."""
    parser = argparse.ArgumentParser(
        prog="python -m dlquiz.supervisor",
        description="Run the whole site on this machine until Ctrl-C.",
    )
    parser.add_argument("--host", help="address to listen on (DLQUIZ_HOST; 127.0.0.1)")
    parser.add_argument("--port", help="port to listen on (DLQUIZ_PORT; 8000)")
    parser.add_argument("--data-dir", help="where all data is kept (DLQUIZ_DATA_DIR; var/)")
    parser.add_argument(
        "--no-demo", action="store_true", help="production settings, no demo accounts (DLQUIZ_DEMO=0)"
    )
    parser.add_argument("--no-worker", action="store_true", help="do without grading, so without PyTorch")
    parser.add_argument("--concurrency", help="graded at a time (DLQUIZ_CONCURRENCY; cores, at most 2)")
    chosen = parser.parse_args(arguments)
    port = chosen.port or environment.get("DLQUIZ_PORT") or "8000"
    concurrency = chosen.concurrency or environment.get("DLQUIZ_CONCURRENCY") or str(default_concurrency())
    folder = chosen.data_dir or environment.get("DLQUIZ_DATA_DIR") or str(ROOT / "var")
    demo = environment.get("DLQUIZ_DEMO", "1").strip().lower() not in {"0", "no", "false", "off"}
    return Options(
        host=chosen.host or environment.get("DLQUIZ_HOST") or "127.0.0.1",
        port=number(port, "The port", 1, HIGHEST_PORT),
        data_dir=Path(folder).resolve(),
        demo=demo and not chosen.no_demo,
        worker=not chosen.no_worker and environment.get("DLQUIZ_TORCH") != "skip",
        concurrency=number(concurrency, "The concurrency", 1, 256),
    )
