"""The naive way, to compare with: what a first version of any such site does.

One fresh Python process per submission, which imports torch, draws the inputs, runs the reference and the
solution, and compares in the same process.
"""

from __future__ import annotations

import itertools
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from graders.bench.figures import Row, latency
from graders.package import Package

_PROGRAM = """
import sys
sys.path.insert(0, {folder!r})
import torch
from graders.zygote import declare, harness
import types
def module(path):
    made = types.ModuleType(path)
    exec(compile(open(path).read(), path, "exec"), made.__dict__)
    return made
plans, tensors = declare.declare(open("cases.py").read(), 1, "float32")
right, theirs = module("reference.py"), module("solution.py")
for plan in plans:
    head = {{"name": plan["name"], "inputs": plan["inputs"], "steps": plan["steps"], "cotangent_seed": 1}}
    seen = []
    for made in (right, theirs):
        run = harness.Run(made, head, tuple(tensors))
        run.execute()
        seen.append(run.observed)
    for a, b in zip(seen[0].tensors, seen[1].tensors):
        left = torch.frombuffer(bytearray(a.data), dtype=getattr(torch, a.dtype))
        assert torch.allclose(left, torch.frombuffer(bytearray(b.data), dtype=left.dtype), 1e-4, 1e-5)
"""


@dataclass(slots=True)
class Naive:
    """What the naive way took: seconds of each run, and the processor time of all of them."""

    seconds: list[float] = field(default_factory=list)
    cpu_seconds: float = 0.0

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def per_second(self) -> float:
        return 1 / statistics.mean(self.seconds)

    def row(self) -> Row:
        cpu_ms = self.cpu_seconds / len(self.seconds) * 1000
        return {**latency(self.seconds), "per_second": self.per_second, "cpu_ms": cpu_ms}


def measure(package: Package, sources: Sequence[str], runs: int) -> Naive:
    """Grade ``sources`` in turn, ``runs`` times, after one run that fills the disk's cache."""
    found = Naive()
    with _grader(package) as command:
        _graded(command, sources[0])
        before = _children_cpu_seconds()
        for source in itertools.islice(itertools.cycle(sources), runs):
            begun = time.perf_counter()
            _graded(command, source)
            found.seconds.append(time.perf_counter() - begun)
        found.cpu_seconds = _children_cpu_seconds() - before
    return found


def _children_cpu_seconds() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


@contextmanager
def _grader(package: Package) -> Iterator[tuple[Path, list[str]]]:
    root = str(Path(__file__).resolve().parents[2])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "reference.py").write_text(package.reference)
        (folder / "cases.py").write_text(package.cases)
        yield folder, [sys.executable, "-c", _PROGRAM.format(folder=root)]


def _graded(grader: tuple[Path, list[str]], source: str) -> None:
    folder, command = grader
    (folder / "solution.py").write_text(source)
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
