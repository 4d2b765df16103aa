"""Cases of conv2d-forward: small shapes in which no two axes, strides or paddings can be confused."""

import torch

from graders.authoring import Draw, backward, call, case


def one(name, x, weight, bias, gradients=True, visible=False, **options):
    """One call, and the gradients for everything that it was given."""
    steps = [call("conv2d", x=x, weight=weight, bias=bias, **options)]
    if gradients:
        given = ("x", "weight") if bias is None else ("x", "weight", "bias")
        steps.append(backward("y", wrt=given))
    images, _, height, width = x.shape
    # A weight's gradient is a sum over images and positions, an output one over the kernel.
    longest = max(weight[0].numel(), images * height * width)
    return case(name, *steps, visible=visible, reduction=longest)


def cases(draw: Draw):
    normal = draw.normal
    image = torch.tensor([[[[1, 0, 2], [3, 1, 0], [0, 2, 1]]]], dtype=draw.dtype)
    kernel = torch.tensor([[[[1, 2], [3, -1]]]], dtype=draw.dtype)
    one_more = torch.tensor([1], dtype=draw.dtype)
    yield one("by-hand", image, kernel, one_more, gradients=False, visible=True)
    yield one(
        "by-hand-stride",
        image.clone(),
        kernel.clone(),
        one_more.clone(),
        gradients=False,
        visible=True,
        stride=2,
        padding=1,
    )
    yield one("channels-and-batch", normal(2, 3, 5, 5), normal(4, 3, 3, 3), normal(4), visible=True)

    yield one("non-square", normal(2, 2, 5, 8), normal(3, 2, 2, 3), normal(3), padding=(1, 2))
    # (8 - 3) / 2 and (9 - 2) / 3 leave remainders: the last row and column are seen by no window.
    yield one("tail-dropped", normal(1, 2, 8, 9), normal(3, 2, 3, 2), normal(3), stride=(2, 3))
    yield one(
        "padding-with-stride", normal(2, 2, 6, 7), normal(2, 2, 3, 3), normal(2), stride=2, padding=(2, 1)
    )
    yield one("dilation", normal(1, 2, 9, 8), normal(2, 2, 3, 2), normal(2), padding=(1, 0), dilation=(2, 3))
    yield one("groups", normal(2, 4, 5, 4), normal(6, 2, 3, 2), normal(6), groups=2)
    yield one("depthwise", normal(2, 3, 6, 5), normal(6, 1, 2, 3), normal(6), stride=(1, 2), groups=3)
    yield one("no-bias", normal(2, 3, 5, 4), normal(2, 3, 2, 2), None)
    yield one("size-one", normal(3, 3, 1, 1), normal(2, 3, 1, 1), normal(2))
    yield one("kernel-fills-image", normal(1, 2, 4, 3), normal(3, 2, 4, 3), normal(3))
    yield one(
        "not-contiguous",
        normal(2, 5, 6, 3).permute(0, 3, 1, 2),
        normal(4, 3, 3, 6)[..., ::2],
        normal(1).expand(4),
        stride=(1, 2),
    )
    double = "float64"
    yield one(
        "float64",
        normal(1, 2, 5, 6, dtype=double),
        normal(2, 2, 3, 3, dtype=double),
        normal(2, dtype=double),
        padding=1,
    )
    yield one(
        "everything-at-once",
        normal(2, 4, 12, 11),
        normal(4, 2, 3, 2),
        normal(4),
        stride=(2, 3),
        padding=(2, 1),
        dilation=(3, 2),
        groups=2,
    )
    yield one(
        "larger",
        normal(4, 6, 12, 12),
        normal(8, 6, 3, 3),
        normal(8),
        gradients=False,
        stride=2,
        padding=1,
    )
