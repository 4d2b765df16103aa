"""Cases of huber: errors well below and well above delta, of both signs, in a fixed order."""

import torch

from graders.authoring import Draw, backward, call, case


def pair(draw: Draw, delta, *shape: int, near=True, far=True, dtype=None):
    """Predictions and targets. In turn: near above, far below, near below, far above."""
    target = draw.normal(*shape, dtype=dtype)
    small = delta * draw.uniform(*shape, low=0.2, high=0.8, dtype=dtype)
    large = delta * draw.uniform(*shape, low=1.4, high=3.0, dtype=dtype)
    turn = torch.arange(target.numel()).reshape(shape) % 4
    errors = torch.where(turn % 2 == 0, small, large)
    if not far:
        errors = small
    if not near:
        errors = large
    return target + torch.where((turn == 1) | (turn == 2), -errors, errors), target


def one(draw: Draw, name, *shape: int, near=True, far=True, dtype=None, visible=False, **options):
    input, target = pair(draw, options.get("delta", 1.0), *shape, near=near, far=far, dtype=dtype)
    return case(
        name,
        call("huber", input=input, targets=target, **options),
        backward("y", wrt=("input", "targets")),
        visible=visible,
        reduction=input.numel(),
    )


def cases(draw: Draw):
    input = torch.tensor([0, 5, 3, 1, 2], dtype=draw.dtype)
    target = torch.tensor([5, 2, 1, 0, 3], dtype=draw.dtype)
    yield case("by-hand", call("huber", input=input, targets=target, delta=2.0), visible=True, reduction=5)
    yield one(draw, "mixed-errors", 4, 3, visible=True)
    yield one(draw, "large-delta", 3, 4, delta=2.5, visible=True)

    yield one(draw, "small-delta", 2, 3, 2, delta=0.25)
    yield one(draw, "all-small", 2, 4, delta=1.5, far=False)
    yield one(draw, "all-large", 4, 2, delta=0.5, near=False)
    yield one(draw, "one-axis", 7, delta=3.0)
    yield one(draw, "single", 1, 1, delta=0.75, near=False)
    yield one(draw, "float64", 2, 5, delta=1.25, dtype="float64")
