"""Graphs: activations with their slopes, losses, steps downhill."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

from dlquiz.content.drawing import ACCENT, BLUE, GREEN, LINE, Axes, arrow, dot, line, picture, text

Function = Callable[[float], float]
Ticks = tuple[Sequence[float], Sequence[float]]
WIDE, HIGH = 300.0, 200.0
LEFT, TOP, LEGEND = 44.0, 20.0, 150.0


def sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x))


def _plane(x: tuple[float, float], y: tuple[float, float]) -> Axes:
    return Axes(LEFT, TOP, WIDE, HIGH, x, y)


def _page(axes: Axes, ticks: Ticks, name: str, parts: Sequence[str], legend: float = LEGEND) -> str:
    drawn = [axes.drawn(*ticks, name), *parts, axes.numbered(*ticks)]
    return picture(LEFT + WIDE + legend, TOP + HIGH + 34, drawn)


def _legend(names: Sequence[tuple[str, str, str]]) -> str:
    """Each curve's name beside a piece of it: (name, ink, dashes)."""
    left = LEFT + WIDE + 12
    told = []
    for number, (name, ink, dashed) in enumerate(names):
        y = TOP + 24 + 30 * number
        told.append(line([(left, y), (left + 28, y)], ink=ink, width=3, dashed=dashed))
        told.append(text(name, left + 36, y, 14, anchor="start"))
    return "".join(told)


def _with_slope(
    name: str,
    function: Function,
    slope: Function,
    *,
    y: tuple[float, float],
    ticks: Sequence[float],
    kinks: Sequence[float] = (),
    jump: tuple[float, float] | None = None,
) -> str:
    """A function and its derivative. ``jump``: what the derivative is at 0, and what it is not."""
    axes = _plane((-4, 4), y)
    around = [kink + side for kink in kinks for side in (-1e-9, 1e-9)]
    parts = []
    if jump is None:
        parts.append(axes.curve(slope, ink=BLUE, dashed="7 6", kinks=around))
    else:
        left = Axes(axes.left, axes.top, axes.width / 2, axes.height, (-4, 0), axes.y)
        right = Axes(axes.left + axes.width / 2, axes.top, axes.width / 2, axes.height, (0, 4), axes.y)
        parts.append(left.curve(lambda x: slope(x if x < 0 else -1e-9), ink=BLUE, dashed="7 6"))
        parts.append(right.curve(lambda x: slope(x if x > 0 else 1e-9), ink=BLUE, dashed="7 6"))
        taken, other = jump
        parts.append(dot(*axes.at(0, other), ink=BLUE, hollow=True))
        parts.append(dot(*axes.at(0, taken), ink=BLUE))
    parts.append(axes.curve(function, ink=ACCENT, kinks=kinks))
    parts.append(_legend([(name, ACCENT, ""), (f"{name}′", BLUE, "7 6")]))
    return _page(axes, ((-2, 2), ticks), "x", parts)


def sigmoid_and_slope() -> str:
    return _with_slope(
        "σ(x)", sigmoid, lambda x: sigmoid(x) * (1 - sigmoid(x)), y=(-0.15, 1.15), ticks=(0.25, 0.5, 1)
    )


def tanh_and_slope() -> str:
    return _with_slope(
        "tanh(x)", math.tanh, lambda x: 1 - math.tanh(x) ** 2, y=(-1.2, 1.2), ticks=(-1, -0.5, 0.5, 1)
    )


def relu_and_slope() -> str:
    return _with_slope(
        "ReLU(x)", lambda x: max(x, 0.0), lambda x: float(x > 0), y=(-0.8, 3.2), ticks=(1, 2, 3), kinks=(0,),
        jump=(0, 1),
    )  # fmt: skip


def leaky(slope: float, name: str) -> str:
    return _with_slope(
        name, lambda x: x if x > 0 else slope * x, lambda x: 1.0 if x > 0 else slope, y=(-1.2, 3.2),
        ticks=(-1, 1, 2, 3), kinks=(0,), jump=(slope, 1),
    )  # fmt: skip


def elu_and_slope() -> str:
    return _with_slope(
        "ELU(x)", lambda x: x if x > 0 else math.expm1(x), lambda x: 1.0 if x > 0 else math.exp(x),
        y=(-1.3, 3.2), ticks=(-1, 1, 2, 3), kinks=(0,),
    )  # fmt: skip


def losses_of_values(chosen: str) -> str:
    """Losses over the error e, each in its own stroke; the chosen one is told first."""
    known: dict[str, tuple[str, Function]] = {
        "mse": ("e²", lambda e: e * e),
        "mae": ("|e|", abs),
        "huber": ("Huber, δ = 1", lambda e: 0.5 * e * e if abs(e) <= 1 else abs(e) - 0.5),
        "pseudo": ("pseudo-Huber, δ = 1", lambda e: math.sqrt(1 + e * e) - 1),
    }
    shown = {
        "mse": ("mse", "mae"), "mae": ("mae", "mse"), "huber": ("huber", "mae", "mse"),
        "pseudo": ("pseudo", "huber", "mae"),
    }[chosen]  # fmt: skip
    axes = _plane((-3, 3), (-0.3, 4.2))
    strokes = ((ACCENT, ""), (BLUE, "8 6"), (GREEN, "2 6"))
    parts = []
    for name, (ink, dashed) in reversed(list(zip(shown, strokes, strict=False))):
        parts.append(axes.curve(known[name][1], ink=ink, dashed=dashed, kinks=(-1, 0, 1)))
    parts.append(_legend([(known[name][0], *stroke) for name, stroke in zip(shown, strokes, strict=False)]))
    return _page(axes, ((-2, -1, 1, 2), (1, 2, 3, 4)), "e", parts, 220)


def cross_entropy() -> str:
    """−log p: nothing at p = 1, without end towards 0."""
    axes = _plane((0, 1.1), (-0.3, 4.4))
    known = Axes(axes.left, axes.top, axes.width / 1.1, axes.height, (0, 1), axes.y)
    return _page(
        axes,
        ((0.25, 0.5, 0.75, 1), (1, 2, 3, 4)),
        "p",
        [
            known.curve(lambda p: -math.log(max(p, 1e-9)), kinks=(0.0125,)),
            dot(*axes.at(1, 0)),
            _legend([("−log p", ACCENT, "")]),
        ],
    )


def logit_loss() -> str:
    """The loss of one logit for the label 1 and for the label 0."""
    axes = _plane((-4, 4), (-0.3, 4.2))
    return _page(
        axes,
        ((-2, 2), (1, 2, 3, 4)),
        "x",
        [
            axes.curve(lambda x: math.log1p(math.exp(x)), ink=BLUE, dashed="7 6"),
            axes.curve(lambda x: math.log1p(math.exp(-x))),
            _legend([("y = 1", ACCENT, ""), ("y = 0", BLUE, "7 6")]),
        ],
    )


def hinge_loss() -> str:
    """No loss beyond the margin, then a straight line."""
    axes = _plane((-2.2, 3), (-0.3, 3.4))
    return _page(
        axes,
        ((-2, -1, 1, 2), (1, 2, 3)),
        "y·s",
        [
            axes.curve(lambda m: max(0.0, 1 - m), kinks=(1,)),
            dot(*axes.at(1, 0)),
            _legend([("max(0, 1 − y·s)", ACCENT, "")]),
        ],
        200,
    )


def _steps(way: Sequence[float], loss: Function, axes: Axes, ink: str, dashed: str = "") -> str:
    points = [axes.at(w, loss(w)) for w in way]
    pairs = pairwise(points)
    return "".join(arrow(one, other, ink=ink, dashed=dashed) for one, other in pairs) + "".join(
        dot(x, y, ink=ink) for x, y in points
    )


def downhill() -> str:
    """Three steps of gradient descent on w², from 2, with the learning rate 0.2."""
    axes = _plane((-2.6, 2.6), (-0.4, 5))
    way = [2.0]
    for _ in range(3):
        way.append(way[-1] - 0.2 * 2 * way[-1])
    return _page(
        axes,
        ((-2, -1, 1, 2), (1, 2, 3, 4)),
        "w",
        [
            axes.curve(lambda w: w * w, ink=LINE),
            _steps(way, lambda w: w * w, axes, ACCENT),
            _legend([("w²", LINE, ""), ("w ← w − 0.2 · 2w", ACCENT, "")]),
        ],
        210,
    )


def _bowl_way(rate: float, momentum: float, steps: int) -> list[tuple[float, float]]:
    """The way on (a² + 12 b²) / 2 from (−3.4, 1): velocity v ← μv + g, w ← w − ηv."""
    a, b, va, vb = -3.4, 1.0, 0.0, 0.0
    way = [(a, b)]
    for _ in range(steps):
        va, vb = momentum * va + a, momentum * vb + 12 * b
        a, b = a - rate * va, b - rate * vb
        way.append((a, b))
    return way


def momentum_in_a_valley() -> str:
    """A narrow valley: without momentum the way swings across it, with momentum it goes along."""
    axes = Axes(20, 16, 380, 150, (-3.9, 1.4), (-1.5, 1.5))
    parts = []
    for level in (0.4, 1.6, 3.6, 6.4):
        ring = [
            axes.at(math.sqrt(2 * level) * math.cos(angle), math.sqrt(level / 6) * math.sin(angle))
            for angle in (turn / 30 * math.pi for turn in range(61))
        ]
        inside = [(x, y) for x, y in ring if 16 <= x <= 404 and 12 <= y <= 170]
        parts.append(line(inside, ink=LINE, width=1))
    for momentum, ink, dashed in ((0.0, BLUE, "5 4"), (0.6, ACCENT, "")):
        way = [axes.at(a, b) for a, b in _bowl_way(0.15 if momentum == 0 else 0.06, momentum, 9)]
        parts.append(line(way, ink=ink, dashed=dashed, width=2.2))
        parts += [dot(x, y, ink=ink, radius=3) for x, y in way]
    parts.append(dot(*axes.at(0, 0), ink=GREEN, radius=6))
    y = 192
    parts += [
        line([(40, y), (70, y)], ink=BLUE, width=2.2, dashed="5 4"), text("μ = 0", 80, y, 14, anchor="start"),
        line([(180, y), (210, y)], ink=ACCENT, width=2.2), text("μ = 0.6", 220, y, 14, anchor="start"),
    ]  # fmt: skip
    return picture(420, 212, parts)


def patience() -> str:
    """The loss on the validation set, its best epoch, and three epochs without a better one."""
    losses = (1.0, 0.72, 0.55, 0.46, 0.42, 0.45, 0.44, 0.5)
    axes = Axes(LEFT, TOP, WIDE + 40, HIGH, (-0.4, 8), (0, 1.15))
    points = [axes.at(epoch, loss) for epoch, loss in enumerate(losses)]
    best = points[4]
    return picture(
        LEFT + WIDE + 60,
        TOP + HIGH + 34,
        [
            axes.drawn(range(8), (0.5, 1), ""),
            line([best, axes.at(7, 0.42)], ink=LINE, dashed="4 5"),
            line(points, ink=ACCENT, width=3),
            *(dot(x, y) for x, y in points[:4]),
            dot(*best, ink=GREEN, radius=7),
            *(dot(x, y, ink=BLUE) for x, y in points[5:]),
            *(text(str(number), x, y - 18, 14) for number, (x, y) in enumerate(points[5:], 1)),
            axes.numbered(range(8), (0.5, 1)),
        ],
    )


FIGURES = {
    "sigmoid/curve": sigmoid_and_slope,
    "tanh/curve": tanh_and_slope,
    "relu/curve": relu_and_slope,
    "leaky-relu/curve": lambda: leaky(0.1, "f(x)"),
    "prelu/curve": lambda: leaky(0.25, "f(x)"),
    "elu/curve": elu_and_slope,
    "mse/curve": lambda: losses_of_values("mse"),
    "mae/curve": lambda: losses_of_values("mae"),
    "huber/curve": lambda: losses_of_values("huber"),
    "pseudo-huber/curve": lambda: losses_of_values("pseudo"),
    "binary-cross-entropy/curve": cross_entropy,
    "bce-with-logits/curve": logit_loss,
    "hinge/curve": hinge_loss,
    "gradient-descent-step/downhill": downhill,
    "sgd-momentum/valley": momentum_in_a_valley,
    "early-stopping/patience": patience,
}
