"""The target vector of label smoothing, as PyTorch makes it. Seed 0 gives the documents' 0.9 and 0.1."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, vector


def vary(seed: int) -> Variation:
    """The number of classes, the right one, and the smoothing."""
    classes, right, smoothing = (2, 1, Fraction(1, 5)) if seed == 0 else _draw(random.Random(seed))
    share = smoothing / classes
    answer = _targets(classes, right, 1 - smoothing + share, share)
    wrong = [
        (_targets(classes, right, 1 - smoothing, smoothing / (classes - 1)), _OTHERS_ONLY),
        (_targets(classes, right, 1 - smoothing, share), _SUM_BELOW_ONE),
        (_targets(classes, right, 1 - smoothing, smoothing), _WHOLE_SHARE),
        (_targets(classes, right, Fraction(1), Fraction(0)), _ONE_HOT),
        (_targets(classes, right, Fraction(1), share), _NOT_LOWERED),
    ]
    errors = distinct_errors((answer,), [((row,), why) for row, why in wrong])
    return Variation(
        names={"k": classes, "c": right, "eps": decimal(smoothing)},
        answer=(answer,),
        errors=errors,
        solution=_solution(classes, right, smoothing, answer),
    )


def _targets(classes: int, right: int, at_right: Fraction, elsewhere: Fraction) -> tuple[Fraction, ...]:
    return tuple(at_right if place == right else elsewhere for place in range(1, classes + 1))


def _draw(random_: random.Random) -> tuple[int, int, Fraction]:
    classes = random_.choice([2, 4, 5, 5])
    return classes, random_.randint(1, classes), Fraction(random_.choice([1, 2, 3, 4]), 10)


_OTHERS_ONLY = Text(
    en="This is right under another convention, which shares $\\varepsilon$ among the **other** classes. "
    "PyTorch "
    "shares it among **all** $K$ classes, the right one too.",
    hi="दूसरी convention में यह सही है, जो $\\varepsilon$ को **बाक़ी** classes में बाँटती है। PyTorch उसे **सभी** "
    "$K$ "
    "classes में बाँटता है, सही class में भी।",
)
_SUM_BELOW_ONE = Text(
    en="These do not add up to 1: the right class gets its share of $\\varepsilon$ as well.",
    hi="इनका जोड़ 1 नहीं होता: $\\varepsilon$ का एक हिस्सा सही class को भी मिलता है।",
)
_WHOLE_SHARE = Text(
    en="$\\varepsilon$ is shared among the classes; not every one gets all of it. The targets must add up "
    "to 1.",
    hi="$\\varepsilon$ classes में बँटता है; हर class को पूरा नहीं मिलता। Targets का जोड़ 1 होना चाहिए।",
)
_ONE_HOT = Text(
    en="These are the hard targets, before smoothing.",
    hi="ये smoothing से पहले के targets हैं।",
)
_NOT_LOWERED = Text(
    en="What the others get must be taken from the right class: the targets add up to 1.",
    hi="जो दूसरों को मिला, वह सही class से घटना चाहिए: targets का जोड़ 1 होता है।",
)


def _solution(classes: int, right: int, smoothing: Fraction, answer: tuple[Fraction, ...]) -> Text:
    eps, share = decimal(smoothing), decimal(smoothing / classes)
    steps = (
        rf"$\frac{{\varepsilon}}{{K}} = \frac{{{eps}}}{{{classes}}} = {share}$",
        rf"$1 - {eps} + {share} = {decimal(answer[right - 1])}$",
        f"${vector(answer)}$",
    )
    return Text(
        en=f"Every class gets {steps[0]}. The right one, number {right}, keeps the rest as well: "
        f"{steps[1]}. "
        f"Together: {steps[2]}, and that adds up to 1.",
        hi=f"हर class को {steps[0]} मिलता है। सही class, यानी नंबर {right}, के पास बाक़ी भी रहता है: "
        f"{steps[1]}। "
        f"कुल मिलाकर: {steps[2]}, और इनका जोड़ 1 है।",
    )
