"""``docs/tolerances.md``: how much room every task's tolerances leave, as it was measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from graders.engine import Proof
from graders.engine.margins import digest
from graders.package import Package

COMMAND = "python -m graders tolerances --all --seeds 500 --write docs/tolerances.md"
NONE = "–"

PAGE = """\
# Tolerances

How far a right answer may lie from the reference in double precision is computed in
`graders/compare/tolerance.py`: from the dtype, the length of the longest sum behind a number, the reference's
own error, and the size of the inputs. This page shows how much room that leaves, task by task. It is written
by

```
{command}
```

| task | dtype | draws | accepted | refused | largest error | wrong | missed | smallest error | code |
|---|---|---|---|---|---|---|---|---|---|
{rows}

- **Accepted**, **wrong**: runs of accepted solutions and of known-wrong variants. **Refused**: accepted runs
  in which any check failed. **Missed**: wrong runs that passed every case of that dtype.
- **Largest error** of an accepted solution, over all draws, cases and values, as a share of what was allowed:
  at 1 it would have been refused.
- **Smallest error** of a wrong variant that is told by its values: of its largest error in a draw, the least
  over all draws, in units of what was allowed. At 1 it would have been missed. From the fifth draw on a wrong
  variant runs only on cases that caught it in every draw so far.
- **Code**: a digest of the package's code and of the tolerances. A package that has changed since needs a new
  run.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One task in one dtype. Errors are in units of what is allowed; ``of`` and ``by`` name the files."""

    task: str
    dtype: str
    seeds: int
    accepted: int
    rejections: int
    largest: float
    of: str
    wrong: int
    missed: int
    smallest: float | None
    by: str
    code: str
    clean: bool

    @property
    def is_good(self) -> bool:
        """Nothing right refused, and nothing wrong missed by the task as a whole."""
        return self.clean and not self.rejections

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    def markdown(self) -> str:
        largest = f"{self.largest:.2g} ({_name(self.of)})" if self.of else NONE
        smallest = NONE if self.smallest is None else f"{self.smallest:.3g} ({_name(self.by)})"
        cells = (
            self.task, self.dtype, self.seeds, self.accepted, self.rejections, largest, self.wrong,
            self.missed, smallest, f"`{self.code}`",
        )  # fmt: skip
        return "| " + " | ".join(str(cell) for cell in cells) + " |"


def rows(package: Package, proof: Proof) -> list[Row]:
    """What a proof with margins showed, dtype by dtype."""
    found = []
    for dtype, margins in proof.margins.items():
        nearest = min(margins.smallest.items(), key=lambda item: item[1], default=None)
        if nearest is not None and nearest[1] == float("inf"):
            nearest = None
        found.append(
            Row(
                task=package.slug,
                dtype=dtype,
                seeds=proof.seeds,
                accepted=proof.seeds * len(package.accepted),
                rejections=margins.rejections,
                largest=margins.largest,
                of=margins.of,
                wrong=proof.seeds * len(package.wrong),
                missed=margins.missed,
                smallest=None if nearest is None else nearest[1],
                by="" if nearest is None else nearest[0],
                code=digest(package),
                clean=proof.clean,
            )
        )
    return found


def lines(found: Sequence[Row]) -> dict[str, list[str]]:
    """The rows as Markdown, by task."""
    told: dict[str, list[str]] = {}
    for row in found:
        told.setdefault(row.task, []).append(row.markdown())
    return told


def page(rows: str) -> str:
    """The page as Markdown."""
    return PAGE.format(command=COMMAND, rows=rows)


def _name(file: str) -> str:
    return f"`{file.partition('/')[2].removesuffix('.py')}`"
