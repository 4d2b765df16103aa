"""What stands in .grad after several backward calls without zero_grad. Seed 0: twice w² at 3, so 12."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed


def vary(seed: int) -> Variation:
    """The weight, the factor of the loss c·w², and how often backward is called."""
    w, c, calls = (3, 1, 2) if seed == 0 else _draw(random.Random(seed))
    once = 2 * c * w
    answer = Fraction(calls * once)
    wrong = [
        (
            Fraction(once),
            Text(
                "This is the gradient of one pass. Without `zero_grad()` each call adds to what is there.",
                "यह एक बार का gradient है। `zero_grad()` के बिना हर call पहले वाले में जोड़ती जाती है।",
            ),
        ),
        (
            Fraction(calls * c * w * w),
            Text("The losses have been added up, not the gradients.", "यहाँ gradients की जगह loss जोड़े गए हैं।"),
        ),
        (
            answer / 2,
            Text(
                "The derivative of $w^2$ is $2w$: a factor 2 is missing.",
                "$w^2$ का derivative $2w$ है: 2 छूट गया।",
            ),
        ),
        (
            Fraction(w),
            Text(
                "`backward()` fills `w.grad`; this is `w` itself.",
                "`backward()` से `w.grad` भरता है; यह तो ख़ुद `w` है।",
            ),
        ),
        (
            Fraction(0),
            Text(
                "Nothing sets the gradient back to 0 here. That would be the work of `zero_grad()`.",
                "यहाँ gradient को वापस 0 कोई नहीं करता। वह काम `zero_grad()` का होता।",
            ),
        ),
    ]
    return Variation(
        names={"w": f"{w}.0", "c": c, "calls": calls},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(w, c, calls),
    )


def _draw(random_: random.Random) -> tuple[int, int, int]:
    return random_.choice([-4, -3, -2, -1, 1, 2, 3, 4, 5]), random_.randint(1, 5), random_.randint(2, 5)


def _solution(w: int, c: int, calls: int) -> Text:
    once = rf"$2 \cdot {c} \cdot {signed(w)} = {2 * c * w}$"
    total = rf"${calls} \cdot {signed(2 * c * w)} = {decimal(calls * 2 * c * w)}$"
    return Text(
        en=f"One call gives {once}. The weight does not change, so each call adds the same: {total}.",
        hi=f"एक call से {once} मिलता है। Weight बदलता नहीं, इसलिए हर call उतना ही और जोड़ती है: {total}।",
    )
