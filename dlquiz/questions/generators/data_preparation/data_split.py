"""How many examples the three parts of a split have. Seed 0: 1,000 examples, first 20 %, then 25 %."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal

Parts = tuple[int, int, int]

OF_ALL = Text(
    "The second share is taken of the *rest*, not of all examples.",
    "दूसरा हिस्सा *बचे हुए* examples में से लिया जाता है, सभी में से नहीं।",
)
EXCHANGED = Text(
    "Test and validation are exchanged: the test set is taken away first.",
    "Test और validation आपस में बदल गए: test set पहले अलग किया जाता है।",
)
NOT_TAKEN = Text(
    "The validation examples are not taken away from the training examples. No example may be in two parts.",
    "Validation के examples training में से घटाए नहीं गए। कोई example दो हिस्सों में नहीं होना चाहिए।",
)
SHARES_TURNED = Text(
    "The shares are exchanged: the first is that of the test set.",
    "प्रतिशत आपस में बदल गए: पहला प्रतिशत test set का है।",
)


def vary(seed: int) -> Variation:
    """Numbers that come out even."""
    total, test, validation = (1000, 20, 25) if seed == 0 else _draw(random.Random(seed))
    held = total * test // 100
    rest = total - held
    checked = rest * validation // 100
    parts = rest - checked, checked, held
    of_all = Fraction(total * validation, 100)
    turned = Fraction(total * validation, 100)
    turned_checked = (total - turned) * Fraction(test, 100)
    answer = _row(parts)
    wrong = [
        (_row((rest - of_all, of_all, held)), OF_ALL),
        (_row((parts[0], parts[2], parts[1])), EXCHANGED),
        (_row((rest, checked, held)), NOT_TAKEN),
        (_row((total - turned - turned_checked, turned_checked, turned)), SHARES_TURNED),
    ]
    return Variation(
        names={"total": total, "test": test, "validation": validation},
        answer=answer,
        errors=distinct_errors(answer, wrong),
        solution=_solution(total, test, validation, parts),
    )


def _draw(random_: random.Random) -> tuple[int, int, int]:
    while True:
        total = random_.choice([200, 400, 500, 600, 800, 1200, 1500, 2000, 3000, 5000, 10000])
        test, validation = random_.choice([10, 15, 20, 25, 30]), random_.choice([10, 20, 25, 30])
        rest = total * (100 - test)
        if test != validation and not rest % 100 and not rest // 100 * validation % 100:
            return total, test, validation


def _row(parts: tuple[int | Fraction, ...]) -> tuple[tuple[Fraction, ...]]:
    return (tuple(Fraction(part) for part in parts),)


def _solution(total: int, test: int, validation: int, parts: Parts) -> Text:
    rest = total - parts[2]
    steps = (
        rf"${decimal(Fraction(test, 100))} \cdot {total} = {parts[2]}$",
        rf"${total} - {parts[2]} = {rest}$",
        rf"${decimal(Fraction(validation, 100))} \cdot {rest} = {parts[1]}$",
        rf"${rest} - {parts[1]} = {parts[0]}$",
    )
    return Text(
        en=f"Test: {steps[0]}. Rest: {steps[1]}. Of these, validation: {steps[2]}, and training: {steps[3]}.",
        hi=f"Test: {steps[0]}। बाक़ी: {steps[1]}। इनमें से validation: {steps[2]}, और training: {steps[3]}।",
    )
