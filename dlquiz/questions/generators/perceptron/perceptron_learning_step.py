"""One step of the perceptron's learning rule. Seed 0 is the lesson's."""

from __future__ import annotations

import random
from dataclasses import dataclass
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed, vector

Row = tuple[tuple[Fraction, ...], ...]

AWAY = Text(
    "The step goes the wrong way: it is $y - \\hat{y}$, not $\\hat{y} - y$.",
    "क़दम उलटी दिशा में है: $y - \\hat{y}$ आता है, $\\hat{y} - y$ नहीं।",
)
BIAS_KEPT = Text(
    "The bias learns as well, as a weight whose input is always 1.",
    "Bias भी सीखता है, जैसे वह ऐसा weight हो जिसका input हमेशा 1 है।",
)
NO_RATE = Text("The learning rate is missing.", "Learning rate छूट गया।")
NO_INPUT = Text(
    "Each weight moves by its own input: a larger input, a larger step.",
    "हर weight अपने input के हिसाब से बदलता है: बड़ा input, बड़ा क़दम।",
)
UNCHANGED = Text(
    "The output is wrong here, so the weights do change.",
    "यहाँ output ग़लत है, इसलिए weights बदलते हैं।",
)


@dataclass(frozen=True)
class Step:
    """The neuron, an example that it gets wrong, and the learning rate."""

    w1: Fraction
    w2: Fraction
    bias: Fraction
    x1: int
    x2: int
    target: int
    rate: Fraction

    @property
    def total(self) -> Fraction:
        return self.w1 * self.x1 + self.w2 * self.x2 + self.bias

    @property
    def output(self) -> int:
        return int(self.total >= 0)

    def after(self, factor: Fraction, x1: int, x2: int, one: int = 1) -> Row:
        """The weights and the bias, each moved by ``factor`` times its input."""
        return ((self.w1 + factor * x1, self.w2 + factor * x2, self.bias + factor * one),)


TENTH = Fraction(1, 10)
LESSON = Step(5 * TENTH, -3 * TENTH, -2 * TENTH, 1, 2, 1, 2 * TENTH)


def vary(seed: int) -> Variation:
    """w + eta (y - y_hat) x, for an example on which the neuron errs."""
    step = LESSON if seed == 0 else _draw(random.Random(seed))
    error = step.target - step.output
    move = step.rate * error
    answer = step.after(move, step.x1, step.x2)
    wrong = [
        (step.after(-move, step.x1, step.x2), AWAY),
        (step.after(move, step.x1, step.x2, 0), BIAS_KEPT),
        (step.after(Fraction(error), step.x1, step.x2), NO_RATE),
        (step.after(move, 1, 1), NO_INPUT),
        (step.after(Fraction(0), 0, 0), UNCHANGED),
    ]
    return Variation(
        names={
            "w": vector((step.w1, step.w2)),
            "b": decimal(step.bias),
            "x": vector((step.x1, step.x2)),
            "y": step.target,
            "rate": decimal(step.rate),
        },
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(step, move, answer),
    )


def _draw(random_: random.Random) -> Step:
    while True:
        w1, w2, bias = (random_.choice([-8, -6, -5, -3, -2, 2, 3, 5, 6, 8]) * TENTH for _ in range(3))
        x1, x2 = random_.sample([-2, -1, 1, 2, 3], 2)
        rate = random_.choice([1, 2, 5]) * TENTH
        drawn = Step(w1, w2, bias, x1, x2, random_.randint(0, 1), rate)
        if drawn.total and drawn.output != drawn.target:
            return drawn


def _solution(step: Step, move: Fraction, answer: Row) -> Text:
    products = rf"{decimal(step.w1)} \cdot {signed(step.x1)} + {signed(step.w2)} \cdot {signed(step.x2)}"
    total = f"$z = {products} + {signed(step.bias)} = {decimal(step.total)}$"
    error = signed(step.target - step.output)
    rate = rf"$\eta\,(y - \hat{{y}}) = {decimal(step.rate)} \cdot {error} = {decimal(move)}$"
    moves = [
        rf"${decimal(old)} + {signed(move)} \cdot {signed(x)} = {decimal(new)}$"
        for old, x, new in zip((step.w1, step.w2, step.bias), (step.x1, step.x2, 1), answer[0], strict=True)
    ]
    return Text(
        en=f"{total}, so $\\hat{{y}} = {step.output}$, but $y = {step.target}$. {rate}. New weights: "
        f"{moves[0]} and {moves[1]}; new bias: {moves[2]}.",
        hi=f"{total}, इसलिए $\\hat{{y}} = {step.output}$, जबकि $y = {step.target}$। {rate}। नए weights: "
        f"{moves[0]} और {moves[1]}; नया bias: {moves[2]}।",
    )
