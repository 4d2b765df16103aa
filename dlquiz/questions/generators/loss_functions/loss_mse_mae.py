"""Mean squared and mean absolute error of four predictions. Seed 0 is the lesson's example: 3.5 and 1.5."""

from __future__ import annotations

import random
from fractions import Fraction

from dlquiz.core.i18n import Text
from dlquiz.questions.generators.variation import Variation, distinct_errors
from dlquiz.questions.generators.writing import decimal, signed, vector

Values = tuple[int, ...]

TARGETS: Values = (3, 5, 2, 8)
PREDICTIONS: Values = (2, 5, 4, 5)

EXCHANGED = Text(
    "The two are exchanged: MSE squares the errors, MAE takes them without sign.",
    "दोनों आपस में बदल गए: MSE में errors का वर्ग लिया जाता है, MAE में बिना चिह्न के errors।",
)
SUMMED = Text(
    "These are the sums. A mean is divided by the number of examples.",
    "ये जोड़ हैं। Mean के लिए examples की संख्या से भाग देना होता है।",
)
CANCELLED = Text(
    "In the MAE the signs must go before you add; else errors upwards and downwards cancel.",
    "MAE में जोड़ने से पहले चिह्न हटाने होते हैं; नहीं तो ऊपर और नीचे के errors एक-दूसरे को काट देते हैं।",
)
MEAN_SQUARED = Text(
    "The MSE is the mean of the squares, not the square of the mean error.",
    "MSE वर्गों का mean है, mean error का वर्ग नहीं।",
)
HALVED = Text(
    "The factor ½ belongs to another definition. Here, as in PyTorch, the MSE is the mean of the squares.",
    "½ वाला factor किसी और परिभाषा का है। यहाँ, PyTorch की तरह, MSE वर्गों का mean है।",
)


def vary(seed: int) -> Variation:
    """Four targets and four predictions, whole numbers."""
    targets, predictions = (TARGETS, PREDICTIONS) if seed == 0 else _draw(random.Random(seed))
    errors = tuple(guess - target for guess, target in zip(predictions, targets, strict=True))
    count = len(errors)
    squares, sizes = sum(error**2 for error in errors), sum(map(abs, errors))
    mse, mae = Fraction(squares, count), Fraction(sizes, count)
    answer = ((mse, mae),)
    wrong = [
        ((mae, mse), EXCHANGED),
        ((Fraction(squares), Fraction(sizes)), SUMMED),
        ((mse, Fraction(sum(errors), count)), CANCELLED),
        ((mse, abs(Fraction(sum(errors), count))), CANCELLED),
        ((Fraction(sum(errors), count) ** 2, mae), MEAN_SQUARED),
        ((mae**2, mae), MEAN_SQUARED),
        ((mse / 2, mae), HALVED),
    ]
    return Variation(
        names={"y": vector(targets), "p": vector(predictions)},
        answer=answer,
        errors=distinct_errors(answer, [((pair,), why) for pair, why in wrong]),
        solution=_solution(errors, mse, mae),
    )


def _draw(random_: random.Random) -> tuple[Values, Values]:
    while True:
        targets = tuple(random_.randint(0, 9) for _ in range(4))
        errors = [random_.randint(-4, 4) for _ in range(4)]
        predictions = tuple(target + error for target, error in zip(targets, errors, strict=True))
        mixed = min(errors) < 0 < max(errors)
        if mixed and max(map(abs, errors)) >= 3 and min(predictions) >= 0:
            return targets, predictions


def _solution(errors: Values, mse: Fraction, mae: Fraction) -> Text:
    squares = " + ".join(f"{signed(error)}^2" for error in errors)
    sizes = " + ".join(str(abs(error)) for error in errors)
    steps = (
        f"${vector(errors)}$",
        rf"$\frac{{{squares}}}{{{len(errors)}}} = {decimal(mse)}$",
        rf"$\frac{{{sizes}}}{{{len(errors)}}} = {decimal(mae)}$",
    )
    return Text(
        en=f"The errors $\\hat y - y$ are {steps[0]}. MSE: {steps[1]}. MAE: {steps[2]}.",
        hi=f"Errors $\\hat y - y$ ये हैं: {steps[0]}। MSE: {steps[1]}। MAE: {steps[2]}।",
    )
