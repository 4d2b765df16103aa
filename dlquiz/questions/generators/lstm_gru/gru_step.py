"""The new hidden state of a GRU from given gates. Seed 0 is the lesson's: 0.25 · 2 + 0.75 · 4 = 3.5."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed

ROLES_TURNED = Text(
    "The roles of $z_t$ and $1 - z_t$ are exchanged. In PyTorch a large $z_t$ keeps the *old* state "
    "(some papers write it the other way round).",
    "$z_t$ और $1 - z_t$ की भूमिकाएँ आपस में बदल गईं। PyTorch में बड़ा $z_t$ *पुरानी* state को रखता है "
    "(कुछ papers में उलटा लिखा जाता है)।",
)
NOT_SHARED = Text(
    "The candidate is multiplied by $1 - z_t$, not added whole.",
    "Candidate को $1 - z_t$ से गुणा करना है, पूरा नहीं जोड़ना है।",
)
SAME_FACTOR = Text(
    "Both were multiplied by $z_t$. What is not kept of the old comes from the new: $1 - z_t$.",
    "दोनों को $z_t$ से गुणा किया गया। पुराने का जितना नहीं रखा गया, उतना नए से आता है: $1 - z_t$।",
)
KEPT_ONLY = Text(
    "That is only what is kept of the old state.",
    "यह केवल पुरानी state का रखा हुआ हिस्सा है।",
)
NEW_ONLY = Text(
    "That is only the share of the candidate.",
    "यह केवल candidate का हिस्सा है।",
)
GATES = tuple(Fraction(value, 20) for value in (2, 4, 5, 6, 8, 12, 14, 15, 16, 18))


def vary(seed: int) -> Variation:
    """h_t = (1 - z_t) n_t + z_t h_{t-1}, as PyTorch has it."""
    gate, candidate, old = (Fraction(3, 4), 2, 4) if seed == 0 else _draw(random.Random(seed))
    answer = (1 - gate) * candidate + gate * old
    wrong = [
        (gate * candidate + (1 - gate) * old, ROLES_TURNED),
        (candidate + gate * old, NOT_SHARED),
        (gate * (candidate + old), SAME_FACTOR),
        (gate * old, KEPT_ONLY),
        ((1 - gate) * candidate, NEW_ONLY),
    ]
    shares = rf"{decimal(1 - gate)} \cdot {signed(candidate)} + {decimal(gate)} \cdot {signed(old)}"
    sum_ = f"{shares} = {decimal(answer)}"
    return Variation(
        names={"z": decimal(gate), "n": candidate, "h": old},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=Text(
            en=f"$1 - z_t = {decimal(1 - gate)}$ of the candidate and ${decimal(gate)}$ of the old state: "
            f"$h_t = {sum_}$.",
            hi=f"Candidate का $1 - z_t = {decimal(1 - gate)}$ और पुरानी state का ${decimal(gate)}$: "
            f"$h_t = {sum_}$।",
        ),
    )


def _draw(random_: random.Random) -> tuple[Fraction, int, int]:
    candidate, old = random_.sample([-4, -2, -1, 1, 2, 3, 4, 5, 8, 10], 2)
    return random_.choice(GATES), candidate, old
