"""Cases of softmax: every axis of tensors in which no two are alike, and scores whose exp overflows."""

import math

import torch

from graders.authoring import Draw, backward, call, case, extreme, summed


def one(name, x, visible=False, layouts=(), **options):
    """One call, the gradient through it, and the sums along the axis."""
    dim = options.get("dim", -1)
    steps = [call("softmax", x=x, **options), backward("y", wrt=("x",)), summed("y", axis=dim, to=1)]
    return case(name, *steps, visible=visible, layouts=layouts, reduction=x.shape[dim])


def beside_ordinary(draw: Draw, name, scores, visible=False):
    """Extreme scores, after ordinary ones: their result tells whether the code is right but not stable."""
    return case(
        name,
        call("softmax", x1=draw.normal(*scores.shape), into="y1"),
        call("softmax", x2=scores, into="y2"),
        backward("y2", wrt=("x2",)),
        extreme("y2"),
        visible=visible,
        reduction=scores.shape[-1],
    )


def cases(draw: Draw):
    normal = draw.normal
    by_hand = torch.tensor([0, math.log(2), math.log(5)], dtype=draw.dtype)
    yield case("by-hand", call("softmax", x=by_hand), visible=True, reduction=3)
    yield one("rows", normal(4, 3), visible=True)
    # One row's two largest scores are equal, so that its probabilities are not all 0 or 1.
    large = draw.extreme(3, 4)
    large[0] = torch.tensor([7000, -8000, 9000, 9000], dtype=draw.dtype)
    yield beside_ordinary(draw, "large-scores", large, visible=True)

    yield one("columns", normal(3, 5), dim=0)
    yield one("middle-axis", normal(2, 4, 3), dim=-2)
    yield one("square", normal(4, 4), dim=1)
    yield case(
        "length-one",
        call("softmax", x1=normal(3, 1), into="y1"),
        call("softmax", x2=normal(0, 3), into="y2"),
        call("softmax", x3=normal(1, 3), into="y3"),
        reduction=3,
    )
    yield one("masked", draw.masked(4, 5, rate=0.4, rows=0), dim=1)
    levels = torch.tensor([[9000.0], [-9000.0], [9000.0], [3000.0]]).to(draw.dtype)
    yield beside_ordinary(draw, "rows-far-apart", normal(4, 3) + levels)
    yield one("float64", normal(3, 5, dtype="float64"))
    yield one("not-contiguous", normal(3, 4, 2), dim=2, layouts=("permuted", "strided", "offset"))
