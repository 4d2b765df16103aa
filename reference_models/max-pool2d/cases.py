"""Cases of max-pool2d: the forward pass and the routing of gradients, each by itself."""

import torch

from graders.authoring import Draw, call, case, extreme


def forward(name, x, visible=False, layouts=(), **options):
    """One call of the forward pass. A maximum has no sum: nothing is rounded."""
    return case(name, call("max_pool2d", x=x, **options), visible=visible, layouts=layouts)


def back(name, dout, x, visible=False, layouts=(), **options):
    """One call of the backward pass. A pixel's gradient is a sum over the windows in which it wins."""
    step = call("max_pool2d_backward", dout=dout, x=x, into="dx", gradients=True, **options)
    return case(name, step, visible=visible, reduction=9, layouts=layouts)


def both(name, dout, x, visible=False, layouts=(), **options):
    """One call of each."""
    again = {"dout": dout, "image": x.clone(), "into": "dx", "gradients": True}
    steps = call("max_pool2d", x=x, **options), call("max_pool2d_backward", **again, **options)
    return case(name, *steps, visible=visible, reduction=9, layouts=layouts)


def cases(draw: Draw):
    normal = draw.normal
    image = torch.tensor([[[[1, 5, 2], [3, 5, 0], [4, 1, 6]]]], dtype=draw.dtype)
    dout = torch.tensor([[[[1, 2], [3, -1]]]], dtype=draw.dtype)
    yield forward("by-hand", image, visible=True, kernel_size=2, stride=1)
    yield back("by-hand-backward", dout, image.clone(), visible=True, kernel_size=2, stride=1)
    yield both("by-hand-padding", dout.clone(), image.clone(), visible=True, kernel_size=2, padding=1)

    # Windows of (2, 3) side by side leave one row and one column over.
    yield both("tail", normal(2, 3, 2, 3), normal(2, 3, 5, 10), kernel_size=(2, 3))
    yield both("overlap", normal(2, 2, 5, 4), normal(2, 2, 7, 6), kernel_size=3, stride=1)
    yield both("gaps", normal(1, 2, 3, 2), normal(1, 2, 8, 9), kernel_size=2, stride=(3, 4))
    yield forward("below-zero", draw.uniform(2, 3, 4, 6, low=-9.0, high=-1.0), kernel_size=2)
    # The padding of one direction only: a crop written as [p:-p] is empty in the other one.
    yield both(
        "below-zero-padded",
        normal(2, 2, 3, 4),
        draw.uniform(2, 2, 5, 6, low=-9.0, high=-1.0),
        kernel_size=3,
        stride=(2, 1),
        padding=(1, 0),
    )
    yield both("window-fills-image", normal(2, 3, 1, 1), normal(2, 3, 4, 3), kernel_size=(4, 3))
    yield case(
        "very-negative",
        call("max_pool2d", x=normal(1, 2, 3, 4), kernel_size=2, stride=2, padding=1, into="ordinary"),
        call(
            "max_pool2d",
            deep=draw.uniform(1, 2, 3, 4, low=-2e30, high=-1e30),
            kernel_size=2,
            stride=2,
            padding=1,
            into="y",
        ),
        extreme("y"),
    )
    # Every pixel of a channel is as large as any other.
    yield back("ties", normal(2, 3, 3, 4), draw.constant(2, 3, 4, 5, vary=2), kernel_size=2, stride=1)
    yield both(
        "not-contiguous",
        normal(2, 3, 2, 4),
        normal(2, 3, 4, 5),
        layouts=("permuted", "strided", "offset"),
        kernel_size=2,
        stride=(2, 1),
    )
    double = "float64"
    yield both(
        "float64",
        normal(2, 2, 3, 3, dtype=double),
        normal(2, 2, 4, 4, dtype=double),
        kernel_size=2,
        stride=1,
    )
