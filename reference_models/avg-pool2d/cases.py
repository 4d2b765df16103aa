"""Cases of avg-pool2d: windows that overlap, leave gaps and hang into the padding, and their gradients."""

import torch

from graders.authoring import Draw, backward, call, case


def one(name, x, gradients=True, visible=False, layouts=(), **options):
    """One call, and the gradient for the images."""
    steps = [call("avg_pool2d", x=x, **options)]
    if gradients:
        steps.append(backward("y", wrt=("x",)))
    # A mean of up to 16 pixels; backward a sum over the windows that hold a pixel.
    return case(name, *steps, visible=visible, reduction=16, layouts=layouts)


def cases(draw: Draw):
    normal = draw.normal
    image = torch.tensor([[[[4, 8, 2], [0, 4, 6], [8, 0, 12]]]], dtype=draw.dtype)
    yield one("by-hand", image, gradients=False, visible=True, kernel_size=2, stride=1)
    yield one("by-hand-padding", image.clone(), gradients=False, visible=True, kernel_size=2, padding=1)
    yield one(
        "by-hand-pixels-only",
        image.clone(),
        gradients=False,
        visible=True,
        kernel_size=2,
        padding=1,
        count_include_pad=False,
    )

    # Windows of (2, 3) side by side leave one row and one column over.
    yield one("tail", normal(2, 3, 5, 10), kernel_size=(2, 3))
    yield one("overlap", normal(2, 3, 6, 6), kernel_size=3, stride=1)
    yield one("gaps", normal(1, 2, 8, 9), kernel_size=2, stride=(3, 4))
    yield one("padding", normal(2, 3, 5, 6), kernel_size=(3, 4), stride=2, padding=(1, 2))
    # Of the four rows of windows the first and the last reach into the padding.
    yield one(
        "pixels-only",
        normal(2, 2, 6, 5),
        kernel_size=(2, 3),
        stride=(2, 1),
        padding=1,
        count_include_pad=False,
    )
    yield one(
        "padding-in-one-direction",
        normal(1, 3, 4, 7),
        kernel_size=(3, 2),
        stride=(1, 2),
        padding=(1, 0),
        count_include_pad=False,
    )
    yield one("window-fills-image", normal(2, 3, 4, 3), kernel_size=(4, 3))
    yield one(
        "not-contiguous",
        normal(2, 3, 4, 5),
        layouts=("permuted", "strided", "offset"),
        kernel_size=2,
        stride=(2, 1),
    )
    yield one("float64", normal(2, 2, 4, 5, dtype="float64"), kernel_size=3, stride=2, padding=1)
