"""What is measured on: variations of a real package with more or fewer cases, or under another name."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graders.bench.figures import tree_cpu_seconds
from graders.engine import Engine, EngineFault
from graders.package import Package, load_files

# The package's own cases, as many as are wanted; drawn afresh under other names when they run out.
_COUNTED = """

_cases_of_the_package = cases


def cases(draw):
    count, turn = 0, 0
    while True:
        turn += 1
        for one_of_them in _cases_of_the_package(draw):
            if count == {count}:
                return
            count += 1
            yield one_of_them if turn == 1 else {{**one_of_them, "name": f"{{one_of_them['name']}}-{{turn}}"}}
"""


def with_cases(package: Package, count: int) -> Package:
    """The same task with ``count`` cases: its first ones, and where it has fewer, more draws of them."""
    return _changed(package, "cases.py", package.cases + _COUNTED.format(count=count))


def renamed(package: Package, number: int, forbidden: Sequence[str] | None = None) -> Package:
    """The same task as another one, to the engine unknown; ``forbidden`` makes it need cells of its own."""
    told = package.files["task.toml"].replace(f'"{package.slug}"', f'"{package.slug}-{number}"', 1)
    if forbidden is not None:
        names = ", ".join(f'"{name}"' for name in forbidden)
        told = re.sub(r"^operators = .*$", f"operators = [{names}]", told, count=1, flags=re.MULTILINE)
    return _changed(package, "task.toml", told)


def _changed(package: Package, path: str, text: str) -> Package:
    return load_files({**package.files, path: text}, linted=False)


def write(package: Package, folder: Path) -> Path:
    """The package as a folder of files beneath ``folder``."""
    root = folder / package.slug
    for name, text in package.files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


@dataclass(frozen=True, slots=True)
class Solutions:
    """Accepted solutions by what they stand for: the quickest, the slowest, and all of them in turn."""

    label: str
    files: tuple[str, ...]
    sources: tuple[str, ...]


def by_speed(engine: Engine, package: Package) -> tuple[Solutions, ...]:
    """The accepted solutions of ``package``, told apart by their processor time."""
    found = sorted(package.accepted, key=lambda variant: _cost(engine, package, variant.source))
    quickest, slowest = found[0], found[-1]
    mix = Solutions("all in turn", tuple(v.file for v in found), tuple(v.source for v in found))
    return (
        Solutions(f"quickest ({quickest.file})", (quickest.file,), (quickest.source,)),
        Solutions(f"slowest ({slowest.file})", (slowest.file,), (slowest.source,)),
        mix,
    )


def passes(engine: Engine, package: Package, source: str) -> float:
    """Grade an accepted solution; the seconds that took. ``EngineFault`` where it does not pass."""
    begun = time.perf_counter()
    verdict = engine.grade(package, source).verdict
    if verdict != "pass":
        raise EngineFault(f"an accepted solution was graded {verdict} while it was timed")
    return time.perf_counter() - begun


def cpu_seconds(engine: Engine) -> float:
    """Processor time so far of this process, of its engine's zygote, and of the cells that have ended."""
    return time.process_time() + tree_cpu_seconds(engine.zygote.pid)


def _cost(engine: Engine, package: Package, source: str) -> float:
    # By processor time: on a machine that others use, the clock on the wall names another one each time.
    before = cpu_seconds(engine)
    for _ in range(8):
        passes(engine, package, source)
    return cpu_seconds(engine) - before
