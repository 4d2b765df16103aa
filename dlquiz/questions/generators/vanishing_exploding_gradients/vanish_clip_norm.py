"""Clipping a gradient by its norm. Seed 0: (3, 4) with max_norm 1, as in the lesson."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, sum_of_products, vector

Vector = tuple[Fraction, ...]

# Vectors whose norm is a whole number, with it.
SHAPES = (
    ((3, 4), 5),
    ((6, 8), 10),
    ((5, 12), 13),
    ((8, 15), 17),
    ((9, 12), 15),
    ((1, 2, 2), 3),
    ((2, 3, 6), 7),
)
SHARES = ("0.1", "0.2", "0.25", "0.5", "0.8", "2")

UNCLIPPED = Text(
    en="This is the gradient as it was. Its norm is above `max_norm`, so it must be shortened.",
    hi="यह gradient वैसा ही है जैसा था। इसका norm `max_norm` से ज़्यादा है, इसलिए इसे छोटा करना होगा।",
)
BY_VALUE = Text(
    en="Here every entry was cut off by itself: that is clipping by value, and it changes the "
    "gradient's direction.",
    hi="यहाँ हर मान को अलग-अलग काटा गया: यह value से clip करना है, और इससे gradient की दिशा बदल जाती है।",
)
UNIT = Text(
    en="This has norm 1. Multiply by `max_norm` as well.",
    hi="इसका norm 1 है। `max_norm` से भी गुणा कीजिए।",
)
SQUARED = Text(
    en="Divide by the norm itself, not by its square: take the root first.",
    hi="Norm से ही भाग दीजिए, उसके वर्ग से नहीं: पहले वर्गमूल लीजिए।",
)
STRETCHED = Text(
    en="The norm is below `max_norm` already. Clipping never makes a gradient longer.",
    hi="Norm पहले से ही `max_norm` से कम है। Clipping से gradient कभी लंबा नहीं होता।",
)


def vary(seed: int) -> Variation:
    """A gradient and the largest norm that is allowed; now and then it is allowed as it is."""
    given, norm, largest = (_vector((3, 4)), 5, Fraction(1)) if seed == 0 else _draw(random.Random(seed))
    clipped = clip(given, norm, largest)
    bounded = tuple(max(-largest, min(largest, value)) for value in given)
    wrong = [
        ((_scaled(given, largest / norm),), STRETCHED),
        ((given,), UNCLIPPED),
        ((bounded,), BY_VALUE),
        ((_scaled(given, Fraction(1, norm)),), UNIT),
        ((_scaled(given, largest / norm**2),), SQUARED),
    ]
    return Variation(
        names={"g": vector(given), "c": decimal(largest)},
        answer=(clipped,),
        errors=distinct_errors((clipped,), wrong),
        solution=_solution(given, norm, largest),
    )


def clip(given: Vector, norm: int, largest: Fraction) -> Vector:
    """The gradient with a norm of at most ``largest``."""
    return given if norm <= largest else _scaled(given, largest / norm)


def _draw(random_: random.Random) -> tuple[Vector, int, Fraction]:
    entries, norm = random_.choice(SHAPES)
    signs = [random_.choice((1, -1)) for _ in entries]
    return (
        _vector(tuple(value * sign for value, sign in zip(entries, signs, strict=True))),
        norm,
        norm * Fraction(random_.choice(SHARES)),
    )


def _vector(values: tuple[int, ...]) -> Vector:
    return tuple(map(Fraction, values))


def _scaled(given: Vector, factor: Fraction) -> Vector:
    return tuple(value * factor for value in given)


def _solution(given: Vector, norm: int, largest: Fraction) -> Text:
    root = rf"$\|g\| = \sqrt{{{sum_of_products([(value, value) for value in given])}}} = {norm}$"
    if norm <= largest:
        return Text(
            en=f"{root}. That is not more than {decimal(largest)}, so the gradient stays as it is: "
            f"${vector(given)}$.",
            hi=f"{root}। यह {decimal(largest)} से ज़्यादा नहीं है, इसलिए gradient वैसा ही रहता है: "
            f"${vector(given)}$।",
        )
    step = (
        rf"$\frac{{{decimal(largest)}}}{{{norm}}} \cdot {vector(given)} = "
        rf"{vector(clip(given, norm, largest))}$"
    )
    return Text(
        en=f"{root}. That is more than {decimal(largest)}, so every entry is multiplied by "
        f"max_norm / norm: {step}.",
        hi=f"{root}। यह {decimal(largest)} से ज़्यादा है, इसलिए हर मान को max_norm / norm से गुणा करते हैं: {step}।",
    )
