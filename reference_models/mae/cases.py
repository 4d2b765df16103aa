"""Cases of mae: errors of 0.5 to 2 in both directions, and predictions that are exactly right."""

import torch

from graders.authoring import Draw, backward, call, case


def pair(draw: Draw, *shape: int, dtype=None):
    """Predictions and targets: two errors in three are positive, one is negative."""
    target = draw.normal(*shape, dtype=dtype)
    errors = draw.uniform(*shape, low=0.5, high=2.0, dtype=dtype)
    errors.view(-1)[::3] *= -1
    return target + errors, target


def with_hits(input, target):
    """Every second prediction is its target."""
    input.view(-1)[::2] = target.view(-1)[::2]
    return input, target


def judged(name, input, target, visible=False):
    return case(
        name,
        call("mae", input=input, targets=target),
        backward("y", wrt=("input", "targets")),
        visible=visible,
        reduction=input.numel(),
    )


def cases(draw: Draw):
    input = torch.tensor([[4, 1], [3, 2]], dtype=draw.dtype)
    target = torch.tensor([[1, 2], [3, -2]], dtype=draw.dtype)
    yield case("by-hand", call("mae", input=input, targets=target), visible=True, reduction=4)
    yield judged("batch", *pair(draw, 4, 3), visible=True)
    yield judged("some-exactly-right", *with_hits(*pair(draw, 2, 5)), visible=True)

    yield judged("one-axis", *pair(draw, 7))
    yield judged("three-axes", *with_hits(*pair(draw, 2, 3, 4)))
    yield judged("single", *pair(draw, 1, 1))
    yield outlier(draw)
    yield judged("float64", *pair(draw, 2, 5, dtype="float64"))


def outlier(draw: Draw):
    input, target = pair(draw, 3, 4)
    input[1, 2] += 1000
    return judged("outlier", input, target)
