"""What is left of a signal after some layers. Seed 0: the lesson's factor of 2 in each of five layers."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal

WIDTHS = (50, 100, 200, 400, 500)
# The factor of a layer, and for how many layers the power can still be worked out by hand.
FACTORS = ((Fraction(2), 6), (Fraction(3), 4), (Fraction(4), 4), (Fraction(1, 2), 5), (Fraction(1, 5), 4))


def vary(seed: int) -> Variation:
    """Equal linear layers: inputs of each neuron, variance of the weights, number of layers."""
    n, factor, layers = (100, Fraction(2), 5) if seed == 0 else _draw(random.Random(seed))
    answer = answer_of(factor, layers)
    return Variation(
        names={"n": n, "variance": decimal(factor / n), "layers": layers},
        answer=answer,
        errors=distinct_errors(answer, _wrong(n, factor, layers)),
        solution=_solution(n, factor, layers, answer),
    )


def _draw(random_: random.Random) -> tuple[int, Fraction, int]:
    factor, most = random_.choice(FACTORS)
    return random_.choice(WIDTHS), factor, random_.randint(2, most)


def _wrong(n: int, factor: Fraction, layers: int) -> list[tuple[Fraction, Text]]:
    return [
        (
            factor * layers,
            Text(
                en="Each layer multiplies by the factor; it does not add it.",
                hi="हर layer factor से गुणा करती है, उसे जोड़ती नहीं।",
            ),
        ),
        (
            factor,
            Text(
                en=f"This is after one layer. There are {layers}.",
                hi=f"यह एक layer के बाद का मान है। Layers {layers} हैं।",
            ),
        ),
        (
            factor ** (layers - 1),
            Text(en="One layer is missing.", hi="एक layer छूट गई।"),
        ),
        (
            factor ** (layers + 1),
            Text(en="This is one layer too many.", hi="एक layer ज़्यादा गिनी गई।"),
        ),
        (
            1 / answer_of(factor, layers),
            Text(
                en=f"The other way round: with n · Var(w) = {decimal(factor)}, each layer makes the variance "
                f"{'larger' if factor > 1 else 'smaller'}.",
                hi=f"उलटा हो गया: n · Var(w) = {decimal(factor)} हो, तो हर layer में variance "
                f"{'बढ़ता' if factor > 1 else 'घटता'} है।",
            ),
        ),
        ((factor / n) ** layers, _inputs_forgotten()),
    ]


def answer_of(factor: Fraction, layers: int) -> Fraction:
    """The variance after all layers, where it was 1 before."""
    return factor**layers


def _inputs_forgotten() -> Text:
    return Text(
        en="The inputs are missing: a neuron adds up as many products as it has inputs.",
        hi="Inputs छूट गए: neuron में उतने गुणनफल जुड़ते हैं जितने उसके inputs हैं।",
    )


def _solution(n: int, factor: Fraction, layers: int, answer: Fraction) -> Text:
    one = rf"${n} \cdot {decimal(factor / n)} = {decimal(factor)}$"
    all_of_them = rf"${decimal(factor)}^{layers} = {decimal(answer)}$"
    return Text(
        en=f"One layer multiplies the variance by $n \\cdot \\mathrm{{Var}}(w)$, that is by {one}. "
        f"After {layers} layers it is {all_of_them}.",
        hi=f"एक layer variance को $n \\cdot \\mathrm{{Var}}(w)$ से गुणा करती है, यानी {one} से। "
        f"{layers} layers के बाद variance {all_of_them} है।",
    )
