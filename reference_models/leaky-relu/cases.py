"""Cases of leaky-relu: several slopes, also one above 1, and exactly at the kink."""

import torch

from graders.authoring import Draw, call, case


def both(x, dout, number="", **options):
    """The function and its backward pass at the same numbers."""
    return (
        call("leaky_relu", into=f"y{number}", **{f"x{number}": x}, **options),
        call(
            "leaky_relu_backward",
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


def one(draw: Draw, name, *shape, low=0.3, high=2.5, dtype=None, visible=False, layouts=(), **options):
    x = signed(draw, *shape, low=low, high=high, dtype=dtype)
    dout = signed(draw, *shape, low=0.5, turn=2, dtype=dtype)
    return case(name, *both(x, dout, **options), visible=visible, layouts=layouts)


def cases(draw: Draw):
    by_hand = torch.tensor([-4, 0, 3], dtype=draw.dtype)
    dout = torch.tensor([6, 8, 7], dtype=draw.dtype)
    yield case("by-hand", *both(by_hand, dout, negative_slope=0.5), visible=True)
    yield one(draw, "table", 3, 4, visible=True)
    yield at_zero(draw)

    yield one(draw, "another-slope", 2, 3, 4, negative_slope=draw.uniform(low=0.1, high=0.4).item())
    yield one(draw, "slope-above-one", 3, 5, negative_slope=2.5)
    yield one(draw, "slope-zero", 2, 4, negative_slope=0.0)
    yield one(draw, "far-from-zero", 2, 5, low=10.0, high=1000.0)
    yield odd_shapes(draw)
    yield one(draw, "float64", 4, 3, dtype="float64", negative_slope=0.2)
    yield one(draw, "not-contiguous", 3, 4, layouts=("permuted",))


def at_zero(draw: Draw):
    """One column is 0; the gradients that come in there have both signs."""
    x = signed(draw, 4, 3)
    x[:, 1] = 0
    dout = signed(draw, 4, 3, low=0.5, turn=3)
    return case("at-zero", *both(x, dout, negative_slope=0.3), visible=True)


def odd_shapes(draw: Draw):
    return case(
        "odd-shapes",
        *both(-signed(draw), signed(draw, low=0.5), 1, negative_slope=0.2),
        *both(signed(draw, 0, 3), signed(draw, 0, 3), 2, negative_slope=0.2),
    )
