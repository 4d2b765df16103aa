"""Cases of sigmoid: the function and its derivative side by side, also where exp would overflow."""

import math

import torch

from graders.authoring import Draw, call, case, extreme


def both(x, dout, number=""):
    """The function and its backward pass at the same numbers."""
    return (
        call("sigmoid", into=f"y{number}", **{f"x{number}": x}),
        call(
            "sigmoid_backward",
            into=f"dx{number}",
            gradients=True,
            **{f"dout{number}": dout, f"x_again{number}": x.clone()},
        ),
    )


def signed(draw: Draw, *shape: int, low=0.3, high=2.5, turn=1, dtype=None):
    """Values of either sign in turn, none near 0, where a mistake would hardly show."""
    sizes = draw.uniform(*shape, low=low, high=high, dtype=dtype)
    signs = 1 - 2 * (torch.arange(sizes.numel()) // turn % 2)
    return sizes * signs.reshape(shape).to(sizes.dtype)


def one(draw: Draw, name, *shape, high=2.5, dtype=None, visible=False, layouts=()):
    x = signed(draw, *shape, high=high, dtype=dtype)
    dout = signed(draw, *shape, low=0.5, turn=2, dtype=dtype)
    return case(name, *both(x, dout), visible=visible, layouts=layouts)


def cases(draw: Draw):
    by_hand = torch.tensor([0, math.log(3), -math.log(3)], dtype=draw.dtype)
    yield case("by-hand", *both(by_hand, torch.tensor([8, 16, 32], dtype=draw.dtype)), visible=True)
    yield one(draw, "table", 3, 4, visible=True)
    yield far_from_zero(draw)

    yield one(draw, "three-axes", 2, 3, 4)
    yield odd_shapes(draw)
    # Down to where the sigmoid is a millionth of a thousandth: double precision still has digits for it.
    yield one(draw, "float64", 4, 3, high=20.0, dtype="float64")
    yield one(draw, "not-contiguous", 3, 4, layouts=("permuted",))


def far_from_zero(draw: Draw):
    """exp(800) is infinite, even in float64, and infinity divided by infinity is no number."""
    far = signed(draw, 5, low=800.0, high=1000.0)
    return case(
        "far-from-zero",
        *both(signed(draw, 5), signed(draw, 5, low=0.5, turn=2), 1),
        *both(far, signed(draw, 5, low=0.5, turn=2), 2),
        extreme("y2", "dx2"),
        visible=True,
    )


def odd_shapes(draw: Draw):
    return case(
        "odd-shapes",
        *both(signed(draw), signed(draw, low=0.5), 1),
        *both(signed(draw, 0, 3), signed(draw, 0, 3), 2),
    )
