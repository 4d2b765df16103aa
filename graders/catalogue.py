"""``docs/catalogue.md``: every task of the catalogue, and how good it is at its work."""

from __future__ import annotations

from graders.engine.margins import digest
from graders.engine.score import Score
from graders.package import Package

COMMAND = "python -m graders score --all --seeds 500 --write docs/catalogue.md"

PAGE = """\
# The catalogue of coding tasks

Every folder of `reference_models/` is one task. This page is written by

```
{command}
```

| task | topic | cases | checks | wrong | accepted | draws | killed | refused | recognised | time | code |
|---|---|---|---|---|---|---|---|---|---|---|---|
{rows}

- **Cases**: visible + hidden, each counted once however many dtypes it is drawn in. **Checks**: kinds of
  check that have something to say of them.
- **Wrong**, **accepted**: known-wrong variants and accepted solutions. **Draws**: of the cases. **Killed**:
  of all wrong variants in all draws, the share that failed. **Refused**: of all runs of
  accepted solutions, those in which a check failed.
- **Recognised**: of the wrong variants written in another hand (other names, other order, other dtype
  inside), the share that was named as what it is, and their number.
- **Time**: what the engine takes for a right submission, sandbox included: the median of several on the
  machine that wrote the row.
- **Code**: a digest of the package's code. A package that has changed since needs a new run.
"""


def line(package: Package, score: Score) -> str:
    """One task as a row of the page."""
    cells = (
        package.slug,
        package.topic,
        f"{score.visible} + {score.hidden}",
        len(score.checks),
        len(package.wrong),
        len(package.accepted),
        score.proof.seeds,
        f"{score.kill_rate:.4g}" if score.kill_rate == 1 else f"{score.kill_rate:.5f}",
        f"{score.false_rejections} of {score.accepted_runs}",
        f"{score.accuracy:.1%} of {len(score.judged)}",
        f"{score.milliseconds:.0f} ms",
        f"`{digest(package)}`",
    )
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def page(rows: str) -> str:
    """The page as Markdown."""
    return PAGE.format(command=COMMAND, rows=rows)
