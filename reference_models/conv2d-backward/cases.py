"""Cases of conv2d-backward: one call each; three gradients, on shapes in which no two axes are alike."""

import torch

from graders.authoring import Draw, call, case


def one(name, dout, x, weight, visible=False, layouts=(), **options):
    """One call. A kernel's gradient is a sum over images and positions, an image's over kernels and taps."""
    images, kernels, out_h, out_w = dout.shape
    longest = max(images * out_h * out_w, kernels * weight.shape[2] * weight.shape[3])
    step = call(
        "conv2d_backward",
        dout=dout,
        x=x,
        weight=weight,
        into=("dx", "dw", "db"),
        gradients=True,
        **options,
    )
    return case(name, step, visible=visible, reduction=longest, layouts=layouts)


def cases(draw: Draw):
    normal = draw.normal
    dout = torch.tensor([[[[1, 2], [0, -1]]]], dtype=draw.dtype)
    image = torch.tensor([[[[1, 0, 2], [3, 1, 0], [0, 2, 1]]]], dtype=draw.dtype)
    kernel = torch.tensor([[[[1, 2], [3, -1]]]], dtype=draw.dtype)
    yield one("by-hand", dout, image, kernel, visible=True)
    yield one(
        "by-hand-stride", dout.clone(), image.clone(), kernel.clone(), visible=True, stride=2, padding=1
    )
    yield one("channels-and-batch", normal(2, 4, 3, 3), normal(2, 3, 5, 5), normal(4, 3, 3, 3), visible=True)

    yield one("no-padding", normal(2, 3, 4, 6), normal(2, 2, 5, 8), normal(3, 2, 2, 3))
    # The padding of one direction only: a crop written as [p:-p] is empty in the other one.
    yield one(
        "padding-in-one-direction",
        normal(1, 3, 6, 3),
        normal(1, 2, 6, 4),
        normal(3, 2, 3, 2),
        padding=(1, 0),
    )
    yield one("overlap-with-stride", normal(2, 2, 3, 4), normal(2, 3, 8, 9), normal(2, 3, 4, 3), stride=2)
    # Between two windows lie pixels that none of them sees.
    yield one(
        "stride-beyond-kernel", normal(2, 3, 3, 2), normal(2, 2, 8, 6), normal(3, 2, 2, 1), stride=(3, 4)
    )
    # (8 - 2) / 4 and (9 - 2) / 3 leave remainders: rows and columns at the end get no gradient.
    yield one("tail", normal(2, 2, 2, 3), normal(2, 1, 8, 9), normal(2, 1, 2, 2), stride=(4, 3))
    yield one(
        "padding-with-stride",
        normal(2, 3, 4, 3),
        normal(2, 2, 6, 10),
        normal(3, 2, 3, 4),
        stride=(2, 3),
        padding=(2, 1),
    )
    yield one("size-one", normal(3, 2, 1, 1), normal(3, 4, 1, 1), normal(2, 4, 1, 1))
    yield one("kernel-fills-image", normal(2, 3, 1, 1), normal(2, 2, 4, 3), normal(3, 2, 4, 3))
    # The gradient of a global average: one number for each image and channel, repeated over all places.
    yield one(
        "same-gradient-everywhere",
        normal(2, 3, 1, 1).expand(2, 3, 3, 2),
        normal(2, 2, 4, 6),
        normal(3, 2, 2, 4),
        stride=(1, 2),
    )
    yield one(
        "not-contiguous",
        normal(2, 3, 3, 2),
        normal(2, 2, 5, 4),
        normal(3, 2, 3, 2),
        layouts=("permuted", "strided", "offset"),
        stride=(1, 2),
    )
    double = "float64"
    yield one(
        "float64",
        normal(2, 2, 5, 3, dtype=double),
        normal(2, 3, 5, 7, dtype=double),
        normal(2, 3, 3, 3, dtype=double),
        stride=(1, 2),
        padding=(1, 0),
    )
