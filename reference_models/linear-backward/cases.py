"""Cases of linear-backward: batch axes from none to three, and square weights that hide a transpose."""

import torch

from graders.authoring import Draw, call, case


def backward_of(dout, x, weight, number=""):
    """One call; its tensors carry ``number`` in their names."""
    return call(
        "linear_backward",
        into=(f"dx{number}", f"dweight{number}", f"dbias{number}"),
        gradients=True,
        **{f"dout{number}": dout, f"x{number}": x, f"weight{number}": weight},
    )


def one(draw: Draw, name, batch, inputs, outputs, dtype=None, visible=False, layouts=()):
    dout, x = draw.normal(*batch, outputs, dtype=dtype), draw.normal(*batch, inputs, dtype=dtype)
    weight = draw.normal(outputs, inputs, dtype=dtype)
    # dx is a sum over the outputs, the others are sums over the examples.
    longest = max(outputs, x[..., 0].numel())
    return case(name, backward_of(dout, x, weight), visible=visible, reduction=longest, layouts=layouts)


def cases(draw: Draw):
    yield by_hand(draw)
    yield one(draw, "one-batch-axis", (5,), 3, 4, visible=True)
    yield one(draw, "sequences", (2, 3), 4, 5, visible=True)

    yield one(draw, "single-vector", (), 4, 3)
    yield one(draw, "single-example", (1,), 5, 2)
    yield one(draw, "square-weight", (5,), 3, 3)
    yield one(draw, "one-in-one-out", (3,), 1, 1)
    yield empty_batch(draw)
    yield one(draw, "float64", (3, 2), 5, 4, dtype="float64")
    yield one(draw, "not-contiguous", (3, 4), 5, 2, layouts=("permuted", "strided", "offset"))


def by_hand(draw: Draw):
    dout = torch.tensor([[1, 0, 2], [4, 1, -1]], dtype=draw.dtype)
    x = torch.tensor([[1, 2], [3, -1]], dtype=draw.dtype)
    weight = torch.tensor([[1, 0], [2, -1], [0, 3]], dtype=draw.dtype)
    return case("by-hand", backward_of(dout, x, weight), visible=True, reduction=3)


def empty_batch(draw: Draw):
    """Sums without terms are 0; an ordinary call beside it, since zeros alone would prove nothing."""
    normal = draw.normal
    return case(
        "empty-batch",
        backward_of(normal(2, 3), normal(2, 4), normal(3, 4), 1),
        backward_of(normal(0, 3), normal(0, 2), normal(3, 2), 2),
        reduction=3,
    )
