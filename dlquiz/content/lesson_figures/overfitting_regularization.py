"""Figures of the lesson on overfitting, underfitting and regularization."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dlquiz.content.drawing import ACCENT, BLUE, GREEN, INK, LINE, Axes, Point, dot, line, picture, text
from dlquiz.questions.generators.overfitting_regularization.reg_early_stop_epoch import (
    LOSSES,
    PATIENCE,
    stopping,
)

POINTS: tuple[Point, ...] = (
    (0.4, 1.2),
    (1.1, 2.3),
    (1.9, 2.2),
    (2.8, 3.4),
    (3.6, 3.0),
    (4.4, 3.5),
    (5.2, 3.2),
)
TRAINING = (85, 62, 49, 40, 33, 27, 22, 18, 15, 12)
SIDE = 190.0


def interpolated(points: Sequence[Point]) -> Callable[[float], float]:
    """The polynomial through all points (Lagrange): what learning by heart looks like."""

    def value(x: float) -> float:
        total = 0.0
        for place, (x_own, y) in enumerate(points):
            factor = y
            for other, (x_other, _) in enumerate(points):
                if other != place:
                    factor *= (x - x_other) / (x_own - x_other)
            total += factor
        return total

    return value


def straight(points: Sequence[Point]) -> Callable[[float], float]:
    """The level line at the points' mean: a model that is too simple."""
    mean = sum(y for _, y in points) / len(points)
    return lambda _: mean


def parabola(x: float) -> float:
    """A curve that follows the points without meeting each."""
    return 3.45 - 0.135 * (x - 4.3) ** 2


def three_fits() -> str:
    """The same points three times: a level line, a smooth curve, a curve through every point."""
    parts = []
    fits = ((straight(POINTS), BLUE), (parabola, GREEN), (interpolated(POINTS), ACCENT))
    for number, (function, ink) in enumerate(fits):
        axes = Axes(24 + number * (SIDE + 30), 20, SIDE, SIDE, (0, 5.6), (0, 4.6))
        parts += [axes.drawn(name_x=""), axes.curve(function, ink=ink)]
        parts += [dot(*axes.at(x, y), ink=INK) for x, y in POINTS]
        parts.append(text(f"({number + 1})", axes.left + SIDE / 2, 20 + SIDE + 22, 15))
    return picture(24 + 3 * SIDE + 2 * 30 + 24, 20 + SIDE + 44, parts)


def loss_curves() -> str:
    """Training and validation loss over ten epochs, the best epoch, and where the patience is used up."""
    axes = Axes(54, 24, 420, 230, (0, 11), (0, 1))
    found = stopping(LOSSES, PATIENCE)
    assert found is not None
    end, best = found
    parts = [axes.drawn(range(1, 11), (0.2, 0.4, 0.6, 0.8), "")]
    for epoch, ink, dashes in ((best, GREEN, "3 5"), (end, LINE, "7 6")):
        parts.append(line([axes.at(epoch, 0), axes.at(epoch, 0.98)], ink=ink, dashed=dashes))
    for losses, ink, dashes in ((TRAINING, BLUE, "7 6"), (LOSSES, ACCENT, "")):
        curve = [axes.at(place + 1, loss / 100) for place, loss in enumerate(losses)]
        parts.append(line(curve, ink=ink, width=3, dashed=dashes))
    parts += [
        dot(*axes.at(best, LOSSES[best - 1] / 100), ink=GREEN, radius=6),
        axes.numbered(range(1, 11), (0.2, 0.4, 0.6, 0.8)),
        text("L_val", *_beside(axes.at(10, LOSSES[-1] / 100)), ink=ACCENT, anchor="start"),
        text("L_train", *_beside(axes.at(10, TRAINING[-1] / 100)), ink=BLUE, anchor="start"),
        text("epoch", axes.left + axes.width + 8, axes.top + axes.height + 16, 14, anchor="start"),
    ]
    return picture(54 + 420 + 76, 24 + 230 + 40, parts)


FIGURES = {
    "three-fits.svg": three_fits,
    "loss-curves.svg": loss_curves,
}


def _beside(point: Point) -> Point:
    return point[0] + 10, point[1]
