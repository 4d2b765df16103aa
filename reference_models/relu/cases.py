"""Cases of relu: the function and its derivative side by side, and exactly at the kink."""

import torch

from graders.authoring import Draw, call, case


def both(x, dout, number=""):
    """The function and its backward pass at the same numbers."""
    return (
        call("relu", into=f"y{number}", **{f"x{number}": x}),
        call(
            "relu_backward",
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


def one(draw: Draw, name, *shape, low=0.3, high=2.5, dtype=None, visible=False, layouts=()):
    x = signed(draw, *shape, low=low, high=high, dtype=dtype)
    dout = signed(draw, *shape, low=0.5, turn=2, dtype=dtype)
    return case(name, *both(x, dout), visible=visible, layouts=layouts)


def cases(draw: Draw):
    by_hand = torch.tensor([-2, 0, 3], dtype=draw.dtype)
    yield case("by-hand", *both(by_hand, torch.tensor([4, 5, 6], dtype=draw.dtype)), visible=True)
    yield one(draw, "table", 3, 4, visible=True)
    yield at_zero(draw)

    yield one(draw, "three-axes", 2, 3, 4)
    yield one(draw, "far-from-zero", 2, 5, low=10.0, high=1000.0)
    yield odd_shapes(draw)
    yield one(draw, "float64", 4, 3, dtype="float64")
    yield one(draw, "not-contiguous", 3, 4, layouts=("permuted",))


def at_zero(draw: Draw):
    """One column is 0; the gradients that come in there have both signs."""
    x = signed(draw, 4, 3)
    x[:, 1] = 0
    return case("at-zero", *both(x, signed(draw, 4, 3, low=0.5, turn=3)), visible=True)


def odd_shapes(draw: Draw):
    return case(
        "odd-shapes",
        *both(signed(draw), signed(draw, low=0.5), 1),
        *both(-signed(draw), signed(draw, low=0.5), 2),
        *both(signed(draw, 0, 3), signed(draw, 0, 3), 3),
    )
