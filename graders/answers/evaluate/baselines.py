"""What marks would be worth that understand nothing: by the answer's length, by words shared with the model.

Each is a straight line from one number to the mark, fitted on all other questions, so that no question helps
to mark itself.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from graders.answers.evaluate.marked import MarkedAnswer
from graders.answers.text.normalise import clean, prepare, tokens_of

Fractions = NDArray[np.float64]


def by_length(answers: Sequence[MarkedAnswer]) -> Fractions:
    """Fractions from the logarithm of the number of words."""
    return _fitted(answers, lambda answer: math.log1p(len(_words(answer.answer))))


def by_overlap(answers: Sequence[MarkedAnswer]) -> Fractions:
    """Fractions from the F1 of the words shared with the nearest model answer."""
    return _fitted(
        answers,
        lambda answer: max((_f1(answer.answer, model) for model in answer.model_answers), default=0.0),
    )


def _fitted(answers: Sequence[MarkedAnswer], feature: Callable[[MarkedAnswer], float]) -> Fractions:
    x = np.array([feature(answer) for answer in answers])
    y = np.array([answer.mark / answer.maximum for answer in answers])
    questions = np.array([answer.question for answer in answers])
    found = np.empty_like(y)
    for question in set(questions):
        here = questions == question
        others = ~here if (~here).any() else here
        found[here] = _line(x[others], y[others], x[here])
    within: Fractions = np.clip(found, 0, 1)
    return within


def _line(x: Fractions, y: Fractions, at: Fractions) -> Fractions:
    slope, height = np.polyfit(x, y, 1) if np.ptp(x) else (0.0, y.mean())
    line: Fractions = slope * at + height
    return line


def _words(text: str) -> list[str]:
    return [token.form for token in tokens_of(prepare(clean(text)))]


def _f1(one: str, other: str) -> float:
    first, second = set(_words(one)), set(_words(other))
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0
