"""The whole evaluation of a set of marked answers: agreement, trust in automatic marks, baselines, speed."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graders.answers.evaluate import baselines
from graders.answers.evaluate.marked import MarkedAnswer
from graders.answers.evaluate.measures import (
    Estimate,
    exact_agreement,
    mean_error,
    share,
    weighted_kappa,
    with_interval,
)
from graders.answers.outcome import AnswerRefused, Marking, Outcome, Remark, wrong
from graders.answers.text.marker import mark_text

ALL, LENGTH, OVERLAP = "all", "length only", "word overlap"


@dataclass(frozen=True)
class Row:
    """Measures of some of the answers. ``questions``, ``answers``: how many.

    ``precision``: of the automatic full marks, how many a person gave too; ``coverage``: of a person's full
    marks, how many were automatic; ``false_zeros``: of the answers worth something, how many got nothing.
    """

    name: str
    questions: int
    answers: int
    kappa: Estimate
    exact: Estimate
    error: Estimate
    precision: Estimate | None = None
    coverage: Estimate | None = None
    false_zeros: Estimate | None = None

    def to_json(self) -> dict[str, Any]:
        kept = {"name": self.name, "questions": self.questions, "answers": self.answers}
        measures = ("kappa", "exact", "error", "precision", "coverage", "false_zeros")
        found = {name: getattr(self, name) for name in measures}
        return kept | {name: estimate.to_json() for name, estimate in found.items() if estimate is not None}


@dataclass(frozen=True)
class Report:
    """A row for all answers, for each language form and for each baseline; answers marked per second."""

    rows: tuple[Row, ...]
    per_second: float

    def to_json(self) -> dict[str, Any]:
        return {"rows": [row.to_json() for row in self.rows], "answers_per_second": round(self.per_second)}


def evaluate(answers: Sequence[MarkedAnswer]) -> Report:
    """Mark every answer by its rubric and compare with the person's mark."""
    # What is built once for a question is not part of marking one more answer.
    for answer in {id(answer.rubric): answer for answer in answers}.values():
        _mark(answer)
    begun = time.perf_counter()
    markings = [_mark(answer) for answer in answers]
    seconds = time.perf_counter() - begun
    fractions = np.array([float(marking.fraction) for marking in markings])
    automatic = np.array([marking.outcome is Outcome.FULL for marking in markings])
    forms = [answer.form for answer in answers]
    everything = np.arange(len(answers))
    rows = [_row(ALL, answers, fractions, automatic, everything)]
    for form in sorted(set(forms) - {""}):
        rows.append(_row(form, answers, fractions, automatic, np.flatnonzero(np.array(forms) == form)))
    for name, guess in ((LENGTH, baselines.by_length), (OVERLAP, baselines.by_overlap)):
        rows.append(_row(name, answers, guess(answers), None, everything))
    return Report(tuple(rows), len(answers) / seconds)


def _mark(answer: MarkedAnswer) -> Marking:
    try:
        return mark_text(answer.rubric, answer.answer)
    except AnswerRefused as refused:
        return wrong(Remark(refused.remark.code, refused.remark.params))


def _row(
    name: str,
    answers: Sequence[MarkedAnswer],
    fractions: NDArray[np.float64],
    automatic: NDArray[np.bool_] | None,
    chosen: NDArray[np.int64],
) -> Row:
    picked = [answers[place] for place in chosen]
    given, clusters = fractions[chosen], [answer.question for answer in picked]
    wanted = np.array([answer.mark / answer.maximum for answer in picked])
    steps = np.array([answer.maximum for answer in picked])
    mine, theirs = _levels(given, steps), _levels(wanted, steps)
    row = Row(
        name=name,
        questions=len(set(clusters)),
        answers=len(picked),
        kappa=with_interval(lambda i: weighted_kappa(mine[i], theirs[i]), clusters),
        exact=with_interval(lambda i: exact_agreement(mine[i], theirs[i]), clusters),
        error=with_interval(lambda i: mean_error(given[i], wanted[i]), clusters),
    )
    if automatic is None:
        return row
    sure, full, worth = automatic[chosen], wanted >= 1, wanted > 0
    nothing = given == 0
    return Row(
        **{
            field: getattr(row, field)
            for field in ("name", "questions", "answers", "kappa", "exact", "error")
        },
        precision=with_interval(lambda i: share(full[i], sure[i]), clusters),
        coverage=with_interval(lambda i: share(sure[i], full[i]), clusters),
        false_zeros=with_interval(lambda i: share(nothing[i], worth[i]), clusters),
    )


def _levels(fractions: NDArray[np.float64], steps: NDArray[np.float64]) -> NDArray[np.int64]:
    """Marks in whole steps. What is neither all nor nothing is never rounded to either."""
    levels = np.floor(fractions * steps + 0.5)
    inner = np.clip(levels, np.minimum(1, steps), np.maximum(steps - 1, np.minimum(1, steps)))
    kept: NDArray[np.int64] = np.where((fractions > 0) & (fractions < 1), inner, levels).astype(np.int64)
    return kept
