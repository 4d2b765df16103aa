"""How much room a package's tolerances leave: right solutions within it, known-wrong ones beyond it."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass, field

import numpy as np

from graders.compare import tolerance
from graders.compare.evidence import Array, Evidence
from graders.compare.subject import Subject
from graders.compare.tensors import wide
from graders.package import Package


@dataclass(slots=True)
class Margins:
    """Of one dtype. Errors are in units of what is allowed: 1 is the tolerance itself.

    largest: the largest error of an accepted solution. smallest: for each wrong variant the least, over all
    draws, of its largest error in a draw, where that is beyond the tolerance. rejections: accepted solutions
    refused, counted once a draw. missed: wrong variants that pass all cases of this dtype, counted likewise.
    """

    largest: float = 0.0
    of: str = ""
    smallest: dict[str, float] = field(default_factory=dict)
    rejections: int = 0
    missed: int = 0

    def take(self, other: Margins) -> None:
        """Add what other draws showed."""
        if other.largest > self.largest:
            self.largest, self.of = other.largest, other.of
        for file, error in other.smallest.items():
            self.smallest[file] = min(error, self.smallest.get(file, math.inf))
        self.rejections += other.rejections
        self.missed += other.missed

    def accepted(self, file: str, error: float, refused: bool) -> None:
        """One accepted solution on one draw."""
        if error > self.largest:
            self.largest, self.of = error, file
        self.rejections += refused

    def wrong(self, file: str, error: float, refused: bool) -> None:
        """One known-wrong variant on one draw."""
        if error > 1:
            self.smallest[file] = min(error, self.smallest.get(file, math.inf))
        self.missed += not refused


def error_of(subject: Subject, actual: Evidence) -> float:
    """The largest error of any value in units of what is allowed for it.

    Infinite where a result cannot be compared.
    """
    if actual.status != "done":
        return math.inf
    names = [name for name in subject.oracle if not name.startswith(("cotangent:", "input:"))]
    return max((_error(subject, name, actual.array(name)) for name in names), default=0.0)


def _error(subject: Subject, name: str, found: Array | None) -> float:
    oracle, allowed = subject.oracle[name].astype(np.float64), subject.tolerance(name)
    if found is None or found.shape != oracle.shape:
        return math.inf
    values = wide(found)
    with np.errstate(all="ignore"):
        same = (values == oracle) | (np.isnan(values) & np.isnan(oracle))
        apart = np.where(same, 0.0, np.abs(values - oracle))
        share = apart / (allowed.absolute + allowed.relative * np.abs(oracle))
    share = np.where(apart == 0, 0.0, np.where(np.isfinite(apart) & ~np.isnan(share), share, np.inf))
    return float(share.max(initial=0.0))


def digest(package: Package) -> str:
    """What the figures rest on: the package's code, what it demands, and the tolerances. No texts."""
    hashed = hashlib.sha256()
    for path, text in sorted(package.files.items()):
        if path.endswith(".py") and path != "starter.py":
            hashed.update(f"{path}\0{len(text)}\0{text}".encode())
    demands = (package.dtypes, package.forbidden.operators, package.limits.memory_mib)
    hashed.update(repr((demands, tolerance.FACTORS, tolerance.EPSILON)).encode())
    return hashed.hexdigest()[:16]
