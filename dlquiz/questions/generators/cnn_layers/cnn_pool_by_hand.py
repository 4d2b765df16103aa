"""Pooling a 4 × 4 map by hand. Seed 0 is the lesson's map, max pooled."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, inline_matrix, matrix

Map = tuple[tuple[int, ...], ...]
Pooled = tuple[tuple[Fraction, ...], ...]

MAP: Map = ((1, 3, 2, 1), (4, 6, 5, 0), (7, 2, 1, 1), (0, 3, 2, 8))


def _mean(values: tuple[int, ...]) -> Fraction:
    return Fraction(sum(values), len(values))


HOW: dict[str, Callable[[tuple[int, ...]], int | Fraction]] = {"max": max, "average": _mean, "min": min}

INSTEAD = {
    "max": Text(
        en="These are the largest values: that is max pooling.",
        hi="ये सबसे बड़े मान हैं: यह max pooling है।",
    ),
    "average": Text(
        en="These are the means: that is average pooling.",
        hi="ये औसत हैं: यह average pooling है।",
    ),
    "min": Text(
        en="These are the smallest values: that is min pooling.",
        hi="ये सबसे छोटे मान हैं: यह min pooling है।",
    ),
}
SUMMED = Text(
    en="These are the sums of the windows: for the mean, divide each by the four values that it has.",
    hi="ये हर window के जोड़ हैं: औसत के लिए हर एक को 4 से भाग दीजिए, क्योंकि window में चार मान हैं।",
)
TURNED = Text(
    en="Right numbers, but rows and columns are exchanged: the window at the top right gives the entry at "
    "the top right.",
    hi="संख्याएँ सही हैं, पर row और column की अदला-बदली हो गई: ऊपर दाईं window का मान ऊपर दाईं ओर ही आता है।",
)


def windows(values: Map) -> tuple[tuple[tuple[int, ...], ...], ...]:
    """The four windows of 2 × 2 that do not overlap, by rows."""
    return tuple(
        tuple(values[row][column : column + 2] + values[row + 1][column : column + 2] for column in (0, 2))
        for row in (0, 2)
    )


def pooled(values: Map, how: str) -> Pooled:
    """What pooling with a window of 2 × 2 and stride 2 makes of the map."""
    return tuple(tuple(Fraction(HOW[how](window)) for window in row) for row in windows(values))


def vary(seed: int) -> Variation:
    """A map of small whole numbers, and which of the three kinds of pooling is asked for."""
    values, how = (MAP, "max") if seed == 0 else _draw(random.Random(seed))
    answer = pooled(values, how)
    wrong: list[tuple[Pooled, Text]] = [
        (pooled(values, other), INSTEAD[other]) for other in HOW if other != how
    ]
    if how == "average":
        wrong.append((tuple(tuple(4 * entry for entry in row) for row in answer), SUMMED))
    wrong.append((tuple(zip(*answer, strict=True)), TURNED))
    return Variation(
        names={"map": matrix(values), "how": how},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(values, how, answer),
    )


def _draw(random_: random.Random) -> tuple[Map, str]:
    values = tuple(tuple(random_.randint(0, 9) for _ in range(4)) for _ in range(4))
    return values, random_.choice(list(HOW))


def _solution(values: Map, how: str, answer: Pooled) -> Text:
    steps = [
        _step(window, how, entry)
        for row, entries in zip(windows(values), answer, strict=True)
        for window, entry in zip(row, entries, strict=True)
    ]
    en = ("top left", "top right", "bottom left", "bottom right")
    hi = ("ऊपर बाएँ", "ऊपर दाएँ", "नीचे बाएँ", "नीचे दाएँ")
    result = f"$${inline_matrix(answer)}$$"
    return Text(
        en="Window by window: "
        + "; ".join(f"{place}: ${step}$" for place, step in zip(en, steps, strict=True))
        + f". Each number stands where its window stood: {result}",
        hi="एक-एक window लीजिए: "
        + "; ".join(f"{place}: ${step}$" for place, step in zip(hi, steps, strict=True))
        + f"। हर संख्या वहीं आती है जहाँ उसकी window थी: {result}",
    )


def _step(window: tuple[int, ...], how: str, entry: Fraction) -> str:
    if how == "average":
        total = " + ".join(map(str, window))
        return rf"\frac{{{total}}}{{4}} = \frac{{{sum(window)}}}{{4}} = {decimal(entry)}"
    return rf"\{how}({', '.join(map(str, window))}) = {decimal(entry)}"
