"""Cases of flatten: shapes in which no two axes are alike, there and back."""

import torch

from graders.authoring import Draw, call, case


def back(dout, shape):
    return call("flatten_backward", dout=dout, shape=shape, into="dx", gradients=True)


def both(name, x, dout, visible=False, layouts=()):
    """One call of each. Nothing is computed, so nothing is rounded."""
    return case(name, call("flatten", x=x), back(dout, tuple(x.shape)), visible=visible, layouts=layouts)


def cases(draw: Draw):
    normal = draw.normal
    image = torch.arange(1, 13).reshape(1, 2, 2, 3).to(draw.dtype)
    yield case("by-hand", call("flatten", x=image), visible=True)
    dout = torch.tensor([[2, -1, 0, 5, 3, 1, -4, 6, 7, -2, 8, 9]], dtype=draw.dtype)
    yield case("by-hand-backward", back(dout, (1, 2, 2, 3)), visible=True)
    yield both("batch", normal(3, 2, 4, 5), normal(3, 40), visible=True)

    yield both("one-channel", normal(2, 1, 3, 4), normal(2, 12))
    yield both("one-pixel", normal(4, 3, 1, 1), normal(4, 3))
    yield both("one-column", normal(2, 3, 5, 1), normal(2, 15))
    yield both("not-contiguous", normal(2, 3, 4, 5), normal(2, 60), layouts=("permuted", "strided", "offset"))
    double = "float64"
    yield both("float64", normal(2, 4, 2, 3, dtype=double), normal(2, 24, dtype=double))
