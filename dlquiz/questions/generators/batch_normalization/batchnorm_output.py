"""What BatchNorm makes of one value, with γ and β. Seed 0 is the lesson's: 8 becomes 4."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed

Numbers = tuple[int, int, int, Fraction, Fraction]
FIRST: Numbers = (5, 2, 8, Fraction(2), Fraction(1))


def vary(seed: int) -> Variation:
    """Mean, variance (a square), the value, γ and β; ε is left out."""
    mean, sigma, value, gamma, beta = FIRST if seed == 0 else _draw(random.Random(seed))
    normalized = Fraction(value - mean, sigma)
    answer = gamma * normalized + beta
    wrong = [
        (
            normalized,
            Text(
                en=r"This is $\hat{x}$. Now come γ and β.",
                hi=r"यह $\hat{x}$ है। अभी γ और β बाक़ी हैं।",
            ),
        ),
        (
            beta * normalized + gamma,
            Text(
                en="γ and β are swapped: γ multiplies, β is added.",
                hi="γ और β आपस में बदल गए हैं: γ से गुणा होता है, β जुड़ता है।",
            ),
        ),
        (
            gamma * Fraction(value - mean, sigma * sigma) + beta,
            Text(
                en="This divides by the variance. Divide by its square root.",
                hi="यहाँ variance से भाग दिया गया है। भाग उसके वर्गमूल से दीजिए।",
            ),
        ),
        (
            gamma * (normalized + beta),
            Text(
                en="β comes last: multiply by γ first, then add β.",
                hi="β सबसे अंत में आता है: पहले γ से गुणा कीजिए, फिर β जोड़िए।",
            ),
        ),
        (
            gamma * normalized,
            Text(en="β is still missing.", hi="β जोड़ना रह गया है।"),
        ),
        (
            gamma * value + beta,
            Text(
                en="γ and β act on the normalized value, not on $x$ itself.",
                hi="γ और β normalize किए हुए मान पर लगते हैं, सीधे $x$ पर नहीं।",
            ),
        ),
    ]
    return Variation(
        names={
            "mean": mean,
            "variance": sigma * sigma,
            "x": value,
            "gamma": decimal(gamma),
            "beta": decimal(beta),
        },
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution((mean, sigma, value, gamma, beta), normalized, answer),
    )


def _draw(random_: random.Random) -> Numbers:
    sigma = random_.choice([2, 4, 5])
    mean, step = random_.randint(-3, 12), random_.choice([-3, -2, -1, 1, 2, 3])
    deviation = step * random_.choice([1, sigma]) if sigma < 5 else step * 5
    gamma = Fraction(random_.choice(["0.5", "2", "3", "4", "1.5"]))
    beta = Fraction(random_.choice([-3, -2, -1, 1, 2, 3]))
    return mean, sigma, mean + deviation, gamma, beta


def _solution(numbers: Numbers, normalized: Fraction, answer: Fraction) -> Text:
    mean, sigma, value, gamma, beta = numbers
    quotient = rf"\frac{{{value} - {signed(mean)}}}{{\sqrt{{{sigma * sigma}}}}}"
    first = rf"$\hat{{x}} = {quotient} = {decimal(normalized)}$"
    second = rf"$y = {decimal(gamma)} \cdot {signed(normalized)} + {signed(beta)} = {decimal(answer)}$"
    return Text(
        en=f"Normalize first: {first}. Then scale with γ and shift by β: {second}.",
        hi=f"पहले normalize कीजिए: {first}। फिर γ से scale और β से shift कीजिए: {second}।",
    )
