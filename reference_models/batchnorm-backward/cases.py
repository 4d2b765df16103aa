"""Cases of batchnorm-backward: features and images, and no channel whose values number only two."""

import torch

from graders.authoring import Draw, call, case


def backward_of(dout, x, weight, **options):
    return call(
        "batchnorm_backward",
        into=("dx", "dweight", "dbias"),
        gradients=True,
        dout=dout,
        x=x,
        weight=weight,
        **options,
    )


def one(draw: Draw, name, shape, dtype=None, visible=False, layouts=(), **options):
    """Gradients and values whose means are not 0, and whose spread is not 1."""
    dout = draw.normal(*shape, mean=0.7, dtype=dtype)
    x = draw.normal(*shape, mean=1.5, std=2.0, dtype=dtype)
    weight = draw.uniform(shape[1], low=0.5, high=2.0, dtype=dtype)
    step = backward_of(dout, x, weight, **options)
    return case(name, step, visible=visible, layouts=layouts, reduction=x.numel() // shape[1])


def cases(draw: Draw):
    yield by_hand(draw)
    yield one(draw, "features", (6, 4), visible=True)
    yield one(draw, "images", (2, 3, 4, 2), visible=True)

    yield one(draw, "more-channels-than-examples", (4, 6))
    yield one(draw, "single-image", (1, 2, 3, 5))
    yield one(draw, "single-pixels", (5, 3, 1, 1))
    yield one(draw, "large-epsilon", (3, 2, 2, 3), eps=2.5)
    yield constant_channels(draw)
    yield one(draw, "float64", (3, 4, 2, 2), dtype="float64")
    yield one(draw, "not-contiguous", (2, 3, 3, 4), layouts=("permuted", "strided", "offset"))


def by_hand(draw: Draw):
    dout = torch.tensor([[3], [0], [3]], dtype=draw.dtype)
    x = torch.tensor([[0], [0], [6]], dtype=draw.dtype)
    weight = torch.tensor([8], dtype=draw.dtype)
    return case("by-hand", backward_of(dout, x, weight, eps=8.0), visible=True, reduction=3)


def constant_channels(draw: Draw):
    """The variance is exactly 0: small whole numbers add up without rounding."""
    levels = draw.integer_tensor(1, 3, low=-4, high=5).to(draw.dtype).expand(4, 3).clone()
    dout = draw.normal(4, 3, mean=0.7)
    return case("constant-channels", backward_of(dout, levels, draw.normal(3, mean=1.5)), reduction=4)
