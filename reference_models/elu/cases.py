"""Cases of elu: several alphas, exactly at the kink, and numbers whose exponential overflows."""

import math

import torch

from graders.authoring import Draw, call, case, extreme


def both(x, dout, number="", **options):
    """The function and its backward pass at the same numbers."""
    return (
        call("elu", into=f"y{number}", **{f"x{number}": x}, **options),
        call(
            "elu_backward",
            into=f"dx{number}",
            gradients=True,
            **{f"dout{number}": dout, f"x_again{number}": x.clone()},
            **options,
        ),
    )


def signed(draw: Draw, *shape: int, low=0.3, high=2.5, turn=1, dtype=None):
    """Values of either sign in turn, none near 0, where a mistake would hardly show."""
    sizes = draw.uniform(*shape, low=low, high=high, dtype=dtype)
    signs = 1 - 2 * (torch.arange(sizes.numel()) // turn % 2)
    return sizes * signs.reshape(shape).to(sizes.dtype)


def one(draw: Draw, name, *shape, high=2.5, dtype=None, visible=False, layouts=(), **options):
    x = signed(draw, *shape, high=high, dtype=dtype)
    dout = signed(draw, *shape, low=0.5, turn=2, dtype=dtype)
    return case(name, *both(x, dout, **options), visible=visible, layouts=layouts)


def cases(draw: Draw):
    by_hand = torch.tensor([-math.log(2), 0, 3], dtype=draw.dtype)
    dout = torch.tensor([5, 3, 4], dtype=draw.dtype)
    yield case("by-hand", *both(by_hand, dout, alpha=2.0), visible=True)
    yield one(draw, "table", 3, 4, visible=True)
    yield far_from_zero(draw)

    yield one(draw, "small-alpha", 2, 3, 4, alpha=draw.uniform(low=0.2, high=0.5).item())
    yield one(draw, "large-alpha", 2, 5, alpha=3.0)
    yield at_zero(draw)
    yield odd_shapes(draw)
    yield one(draw, "float64", 4, 3, high=20.0, dtype="float64", alpha=0.6)
    yield one(draw, "not-contiguous", 3, 4, layouts=("permuted",))


def far_from_zero(draw: Draw):
    """exp(800) is infinite, even in float64, and 0 times infinity is no number."""
    far = signed(draw, 5, low=800.0, high=1000.0)
    return case(
        "far-from-zero",
        *both(signed(draw, 5), signed(draw, 5, low=0.5, turn=2), 1, alpha=0.5),
        *both(far, signed(draw, 5, low=0.5, turn=2), 2, alpha=0.5),
        extreme("y2", "dx2"),
        visible=True,
    )


def at_zero(draw: Draw):
    """One column is 0; the gradients that come in there have both signs."""
    x = signed(draw, 4, 3)
    x[:, 1] = 0
    dout = signed(draw, 4, 3, low=0.5, turn=3)
    return case("at-zero", *both(x, dout, alpha=0.5))


def odd_shapes(draw: Draw):
    return case(
        "odd-shapes",
        *both(-signed(draw), signed(draw, low=0.5), 1, alpha=2.0),
        *both(signed(draw, 0, 3), signed(draw, 0, 3), 2, alpha=2.0),
    )
