"""Cases of pseudo-huber: errors from well below delta to well above, of both signs, in a fixed order."""

import torch

from graders.authoring import Draw, backward, call, case


def pair(draw: Draw, delta, *shape: int, dtype=None):
    """Predictions and targets. In turn: near above, far below, near below, far above."""
    target = draw.normal(*shape, dtype=dtype)
    small = delta * draw.uniform(*shape, low=0.4, high=0.9, dtype=dtype)
    large = delta * draw.uniform(*shape, low=1.5, high=3.0, dtype=dtype)
    turn = torch.arange(target.numel()).reshape(shape) % 4
    errors = torch.where(turn % 2 == 0, small, large)
    return target + torch.where((turn == 1) | (turn == 2), -errors, errors), target


def judged(name, input, target, visible=False, **options):
    return case(
        name,
        call("pseudo_huber", input=input, targets=target, **options),
        backward("y", wrt=("input", "targets")),
        visible=visible,
        reduction=input.numel(),
    )


def cases(draw: Draw):
    yield case(
        "by-hand",
        call(
            "pseudo_huber",
            input=torch.tensor([7, 1, 10], dtype=draw.dtype),
            targets=torch.tensor([2, 10, -6], dtype=draw.dtype),
            delta=12.0,
        ),
        visible=True,
        reduction=3,
    )
    yield judged("mixed-errors", *pair(draw, 1.0, 4, 3), visible=True)
    yield judged("large-delta", *pair(draw, 2.5, 3, 4), visible=True, delta=2.5)

    yield judged("small-delta", *pair(draw, 0.25, 2, 3, 2), delta=0.25)
    yield some_exactly_right(draw)
    yield judged("one-axis", *pair(draw, 3.0, 7), delta=3.0)
    yield judged("single", *pair(draw, 0.75, 1, 1), delta=0.75)
    yield judged("float64", *pair(draw, 1.25, 2, 5, dtype="float64"), delta=1.25)


def some_exactly_right(draw: Draw):
    input, target = pair(draw, 1.5, 2, 5)
    input.view(-1)[::2] = target.view(-1)[::2]
    return judged("some-exactly-right", input, target, delta=1.5)
