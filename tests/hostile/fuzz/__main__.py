"""``python -m tests.hostile.fuzz --minutes 10 frame|job|programs``: fuzz for so long and count the outcomes.

An example that fails is shrunk and kept as a file, and tried again by ``--replay FILE``.
"""

from __future__ import annotations

import argparse
import hashlib
import resource
import secrets
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

import hypothesis
from hypothesis import HealthCheck, Phase, given, settings

from graders.engine import Engine, EngineConfig
from graders.package import load_folder
from graders.sandbox.policy import MIB
from tests.hostile.fuzz.frame import FrameFuzzer
from tests.hostile.fuzz.fuzzer import Fuzzer
from tests.hostile.fuzz.job import JobFuzzer
from tests.hostile.fuzz.programs import ProgramFuzzer
from tests.hostile.trial import REPOSITORY

KINDS: dict[str, type[Fuzzer]] = {"frame": FrameFuzzer, "job": JobFuzzer, "programs": ProgramFuzzer}
MINI = REPOSITORY / "tests" / "graders" / "mini" / "conv2d-mini"
ROUND, FAILURES = 200, 10
# The grader reads what strangers send: it may not take much memory for it.
GRADER_MIB = 1024


class Series:
    """Rounds of one fuzzer: outcomes by number, and the files of what failed."""

    def __init__(self, fuzzer: Fuzzer, folder: Path) -> None:
        self.fuzzer, self.folder = fuzzer, folder
        self.counts: Counter[str] = Counter()
        self.failed: list[Path] = []
        self._last = b""

    def run(self, seed: int, until: float) -> None:
        """Until ``time.monotonic()`` is ``until``, or enough has failed."""
        while time.monotonic() < until and len(self.failed) < FAILURES:
            try:
                self._round(seed, until)
            except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
                traceback.print_exc()
                self.failed.append(kept(self.folder, self._last, self.fuzzer.suffix))
            seed += 1

    def _round(self, seed: int, until: float) -> None:
        @hypothesis.seed(seed)
        @settings(
            max_examples=ROUND, deadline=None, database=None, phases=(Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(self.fuzzer.examples())
        def once(example: bytes) -> None:
            self._last = example
            if time.monotonic() < until:
                self.counts[self.fuzzer.outcome(example)] += 1

        once()


def kept(folder: Path, example: bytes, suffix: str) -> Path:
    path = folder / (hashlib.sha256(example).hexdigest()[:16] + suffix)
    folder.mkdir(parents=True, exist_ok=True)
    path.write_bytes(example)
    return path


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", nargs="?", choices=KINDS, default="programs")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=secrets.randbits(32))
    parser.add_argument("--level", choices=("A", "B", "C"), help="the best that holds, if not given")
    parser.add_argument("--replay", type=Path)
    parser.add_argument("--folder", type=Path, default=Path("fuzz-failures"))
    chosen = parser.parse_args()
    with Engine(EngineConfig(level=chosen.level)) as engine:
        _bound_memory()
        fuzzer = KINDS[chosen.kind](engine, load_folder(MINI))  # type: ignore[call-arg]  # a protocol has no constructor
        if chosen.replay:
            print(fuzzer.outcome(chosen.replay.read_bytes()))
            return 0
        print(f"{chosen.kind}: seed {chosen.seed}", flush=True)
        until = time.monotonic() + 60 * chosen.minutes
        series = Series(fuzzer, chosen.folder)
        series.run(chosen.seed, until)
    counts, failed = series.counts, series.failed
    for outcome, number in counts.most_common():
        print(f"{number:8} {outcome}")
    print(f"{counts.total():8} in all, {len(failed)} failed", *failed)
    return 1 if failed or not counts else 0


def _bound_memory() -> None:
    taken = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (taken + GRADER_MIB * MIB, resource.RLIM_INFINITY))


if __name__ == "__main__":
    sys.exit(main())
