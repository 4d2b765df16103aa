"""What is left of an old cell state after several forget gates. Seed 0 is the lesson's: 1, 0.9, 0.5."""

from __future__ import annotations

import random
from fractions import Fraction
from math import prod

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal

GATES = tuple(Fraction(value) for value in ("0.1", "0.2", "0.4", "0.5", "0.8", "0.9", "1"))

ADDED = Text(
    "The gates of the steps are multiplied, not added up.",
    "Steps के gates आपस में गुणा होते हैं, जोड़े नहीं जाते।",
)
LAST_ONLY = Text(
    "That is the last gate alone. Each step on the way back brings its own.",
    "यह अकेला आख़िरी gate है। लौटते हुए हर step अपना gate लाता है।",
)
TURNED = Text(
    "You multiplied what is thrown away, $1 - f_t$. What is *kept* is $f_t$.",
    "आपने $1 - f_t$ को गुणा किया, यानी जो हटाया जाता है। *रखा* जाता है $f_t$।",
)
AVERAGED = Text(
    "That is the mean of the gates. The shares of the steps are multiplied.",
    "यह gates का औसत है। Steps के हिस्से आपस में गुणा होते हैं।",
)
LOST = Text(
    "That is the share that is lost; asked for is what arrives.",
    "यह खोया हुआ हिस्सा है; पूछा वह गया है जो पहुँचता है।",
)


def vary(seed: int) -> Variation:
    """The derivative along the cell state: one forget gate for each step."""
    gates = (Fraction(1), Fraction("0.9"), Fraction(1, 2)) if seed == 0 else _draw(random.Random(seed))
    answer = prod(gates, start=Fraction(1))
    wrong = [
        (sum(gates, Fraction(0)), ADDED),
        (prod((1 - gate for gate in gates), start=Fraction(1)), TURNED),
        (sum(gates, Fraction(0)) / len(gates), AVERAGED),
        (gates[-1], LAST_ONLY),
        (1 - answer, LOST),
    ]
    factors = r" \cdot ".join(decimal(gate) for gate in gates)
    names = ", \\; ".join(f"f_{place} = {decimal(gate)}" for place, gate in enumerate(gates, start=1))
    end = f"$\\frac{{\\partial c_{len(gates)}}}{{\\partial c_0}} = {factors} = {decimal(answer)}$"
    return Variation(
        names={"gates": names, "last": len(gates)},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=Text(
            en=f"Each step multiplies by its forget gate: {end}.",
            hi=f"हर step अपने forget gate से गुणा करता है: {end}।",
        ),
    )


def _draw(random_: random.Random) -> tuple[Fraction, ...]:
    while True:
        gates = tuple(random_.choice(GATES) for _ in range(random_.choice([3, 3, 4])))
        if len(set(gates)) > 1 and gates[-1] != 1:
            return gates
