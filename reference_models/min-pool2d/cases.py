"""Cases of min-pool2d: windows that overlap, leave gaps and hang into the padding, and their gradients."""

import torch

from graders.authoring import Draw, backward, call, case, extreme


def one(name, x, gradients=True, visible=False, layouts=(), **options):
    """One call, and the gradient for the images: a sum over the windows in which a pixel wins."""
    steps = [call("min_pool2d", x=x, **options)]
    if gradients:
        steps.append(backward("y", wrt=("x",)))
    return case(name, *steps, visible=visible, reduction=9, layouts=layouts)


def cases(draw: Draw):
    normal, uniform = draw.normal, draw.uniform
    image = torch.tensor([[[[4, 1, 7], [5, 3, 8], [2, 6, 9]]]], dtype=draw.dtype)
    yield one("by-hand", image, gradients=False, visible=True, kernel_size=2, stride=1)
    yield one("by-hand-padding", image.clone(), gradients=False, visible=True, kernel_size=2, padding=1)

    # Windows of (2, 3) side by side leave one row and one column over.
    yield one("tail", normal(2, 3, 5, 10), kernel_size=(2, 3))
    yield one("overlap", normal(2, 3, 6, 6), kernel_size=3, stride=1)
    yield one("gaps", normal(1, 2, 8, 9), kernel_size=2, stride=(3, 4))
    yield one("above-zero", uniform(2, 3, 4, 6, low=1.0, high=9.0), kernel_size=2)
    # The padding of one direction only.
    yield one(
        "above-zero-padded",
        uniform(2, 2, 5, 6, low=1.0, high=9.0),
        kernel_size=3,
        stride=(2, 1),
        padding=(1, 0),
    )
    yield one("window-fills-image", normal(2, 3, 4, 3), kernel_size=(4, 3))
    yield case(
        "very-large",
        call("min_pool2d", x=normal(1, 2, 3, 4), kernel_size=2, stride=2, padding=1, into="ordinary"),
        call(
            "min_pool2d",
            high=uniform(1, 2, 3, 4, low=1e30, high=2e30),
            kernel_size=2,
            stride=2,
            padding=1,
            into="y",
        ),
        extreme("y"),
    )
    yield one(
        "not-contiguous",
        normal(2, 3, 4, 5),
        layouts=("permuted", "strided", "offset"),
        kernel_size=2,
        stride=(2, 1),
    )
    yield one("float64", normal(2, 2, 4, 5, dtype="float64"), kernel_size=3, stride=2, padding=1)
