"""One step of the cell state from given gates. Seed 0 is the lesson's: 0.25 · 4 + 0.5 · 1 = 1.5."""

from __future__ import annotations

import random
from dataclasses import dataclass
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed

GATES = tuple(Fraction(value) for value in ("0.1", "0.2", "0.25", "0.5", "0.75", "0.8", "0.9", "1"))

SWAPPED = Text(
    "The two gates are exchanged: the forget gate belongs to the old cell state, "
    "the input gate to the candidate.",
    "दोनों gates आपस में बदल गए: forget gate पुरानी cell state के साथ आता है, input gate candidate के साथ।",
)
FORGOTTEN_TURNED = Text(
    "The forget gate says how much is *kept*. You multiplied by what is thrown away, $1 - f_t$.",
    "Forget gate बताता है कि कितना *रखना* है। आपने $1 - f_t$ से गुणा किया, यानी उससे जो हटाया जाता है।",
)
NO_FORGETTING = Text(
    "The old cell state was taken over whole. It has to be multiplied by the forget gate.",
    "पुरानी cell state पूरी की पूरी ले ली गई। उसे forget gate से गुणा करना है।",
)
NO_INPUT_GATE = Text(
    "The candidate was added as it is. It has to be multiplied by the input gate.",
    "Candidate जैसा है वैसा ही जोड़ दिया गया। उसे input gate से गुणा करना है।",
)
NOTHING_NEW = Text(
    "That is only what is left of the old cell state; the new content is still to be added.",
    "यह केवल पुरानी cell state का बचा हुआ हिस्सा है; नई जानकारी जोड़ना बाक़ी है।",
)
NOTHING_OLD = Text(
    "That is the new content alone; the rest of the old cell state is missing.",
    "यह केवल नई जानकारी है; पुरानी cell state का बचा हुआ हिस्सा छूट गया।",
)


@dataclass(frozen=True)
class CellStep:
    """The gates of a single unit, its candidate and its old cell state."""

    forget: Fraction
    entry: Fraction
    candidate: Fraction
    old: Fraction

    @property
    def new(self) -> Fraction:
        return self.forget * self.old + self.entry * self.candidate

    @property
    def written(self) -> str:
        """The sum with its numbers."""
        kept = rf"{decimal(self.forget)} \cdot {signed(self.old)}"
        return rf"{kept} + {decimal(self.entry)} \cdot {signed(self.candidate)} = {decimal(self.new)}"


LESSON = CellStep(Fraction(1, 4), Fraction(1, 2), Fraction(1), Fraction(4))


def vary(seed: int) -> Variation:
    """c_t = f_t c_{t-1} + i_t g_t."""
    step = LESSON if seed == 0 else _draw(random.Random(seed))
    forget, entry, candidate, old = step.forget, step.entry, step.candidate, step.old
    wrong = [
        (entry * old + forget * candidate, SWAPPED),
        ((1 - forget) * old + entry * candidate, FORGOTTEN_TURNED),
        (old + entry * candidate, NO_FORGETTING),
        (forget * old + candidate, NO_INPUT_GATE),
        (forget * old, NOTHING_NEW),
        (entry * candidate, NOTHING_OLD),
    ]
    return Variation(
        names={
            "f": decimal(forget),
            "i": decimal(entry),
            "g": decimal(candidate),
            "c": decimal(old),
        },
        answer=step.new,
        errors=distinct_errors(step.new, wrong),
        solution=Text(
            en=f"Kept of the old, plus let in of the new: $c_t = {step.written}$.",
            hi=f"पुराने का जो रखा गया, और नए का जो अंदर आया: $c_t = {step.written}$।",
        ),
    )


def _draw(random_: random.Random) -> CellStep:
    forget, entry = random_.sample(GATES, 2)
    candidate = Fraction(random_.choice(("-1", "-0.8", "-0.5", "0.4", "0.5", "0.6", "0.8", "1")))
    old = Fraction(random_.choice((-4, -3, -2, 2, 3, 4, 5)))
    return CellStep(forget, entry, candidate, old)
