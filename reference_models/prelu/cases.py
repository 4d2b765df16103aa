"""Cases of prelu: a slope for each channel or one for all, and the gradient for the slopes."""

import torch

from graders.authoring import Draw, call, case


def both(x, dout, weight, number=""):
    """The function and its backward pass at the same numbers."""
    return (
        call("prelu", into=f"y{number}", **{f"x{number}": x, f"weight{number}": weight}),
        call(
            "prelu_backward",
            into=(f"dx{number}", f"dweight{number}"),
            gradients=True,
            **{
                f"dout{number}": dout,
                f"x_again{number}": x.clone(),
                f"weight_again{number}": weight.clone(),
            },
        ),
    )


def signed(draw: Draw, *shape: int, low=0.3, high=2.5, turn=1, dtype=None):
    """Values of either sign in turn, none near 0, where a mistake would hardly show."""
    sizes = draw.uniform(*shape, low=low, high=high, dtype=dtype)
    signs = 1 - 2 * (torch.arange(sizes.numel()) // turn % 2)
    return sizes * signs.reshape(shape).to(sizes.dtype)


def slopes(draw: Draw, channels: int, dtype=None):
    """No two alike; with three channels or more the last one is steeper than 1."""
    steps = 0.5 * torch.arange(channels)
    return draw.uniform(channels, low=0.1, high=0.4, dtype=dtype) + steps.to(draw.dtype)


def one(draw: Draw, name, *shape, channels, dtype=None, visible=False, layouts=()):
    x = signed(draw, *shape, dtype=dtype)
    dout = signed(draw, *shape, low=0.5, turn=2, dtype=dtype)
    weight = slopes(draw, channels, dtype)
    return case(name, *both(x, dout, weight), visible=visible, layouts=layouts, reduction=x.numel())


def cases(draw: Draw):
    yield by_hand(draw)
    yield one(draw, "images", 2, 3, 2, 2, channels=3, visible=True)
    yield one(draw, "one-slope", 3, 5, channels=1, visible=True)

    yield one(draw, "features", 5, 4, channels=4)
    # The last axis is as long as the channel axis: slopes that line up with it give no error.
    yield one(draw, "as-wide-as-channels", 2, 3, 5, 3, channels=3)
    yield at_zero(draw)
    yield odd_shapes(draw)
    yield one(draw, "float64", 4, 3, channels=3, dtype="float64")
    yield one(draw, "not-contiguous", 2, 3, 5, channels=3, layouts=("permuted",))


def by_hand(draw: Draw):
    x = torch.tensor([[-4, 3], [-2, -1]], dtype=draw.dtype)
    dout = torch.tensor([[2, 5], [4, 3]], dtype=draw.dtype)
    weight = torch.tensor([0.5, 2], dtype=draw.dtype)
    return case("by-hand", *both(x, dout, weight), visible=True, reduction=4)


def at_zero(draw: Draw):
    """The middle channel is 0; the gradients that come in there have both signs."""
    x = signed(draw, 4, 3)
    x[:, 1] = 0
    dout = signed(draw, 4, 3, low=0.5, turn=3)
    return case("at-zero", *both(x, dout, slopes(draw, 3)), reduction=4)


def odd_shapes(draw: Draw):
    """One axis with a single slope, and a batch without examples."""
    return case(
        "odd-shapes",
        *both(signed(draw, 6), signed(draw, 6, low=0.5, turn=2), slopes(draw, 1), 1),
        *both(signed(draw, 0, 3), signed(draw, 0, 3), slopes(draw, 3), 2),
        reduction=6,
    )
