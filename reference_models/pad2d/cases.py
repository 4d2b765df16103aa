"""Cases of pad2d: four sides that all differ, in both modes, and borders wider than the image."""

import torch

from graders.authoring import Draw, backward, call, case, fails


def one(name, x, gradients=True, visible=False, layouts=(), **options):
    """One call, and the gradient for the images: a sum over the places that show a pixel."""
    steps = [call("pad2d", x=x, **options)]
    if gradients:
        steps.append(backward("y", wrt=("x",)))
    return case(name, *steps, visible=visible, reduction=64, layouts=layouts)


def refused(name, x, **options):
    return case(name, fails(call("pad2d", x=x, **options), "ValueError"), weight=0.5)


def cases(draw: Draw):
    normal = draw.normal
    image = torch.tensor([[[[1, 2, 3], [4, 5, 6]]]], dtype=draw.dtype)
    replicate = "replicate"
    yield one("by-hand", image, gradients=False, visible=True, padding=1)
    yield one("by-hand-replicate", image.clone(), gradients=False, visible=True, padding=1, mode=replicate)
    yield one(
        "by-hand-sides",
        image.clone(),
        gradients=False,
        visible=True,
        padding=(2, 0, 0, 1),
        mode=replicate,
    )

    yield one("four-sides", normal(2, 3, 3, 5), padding=(1, 2, 4, 3))
    yield one("four-sides-replicate", normal(2, 2, 4, 3), padding=(3, 2, 1, 4), mode=replicate)
    yield one("sides-without-padding", normal(1, 3, 3, 4), padding=(2, 0, 1, 0))
    yield one("wider-than-image", normal(2, 1, 2, 3), padding=(4, 5, 3, 4), mode=replicate)
    yield one("size-one", normal(3, 2, 1, 1), padding=2, mode=replicate)
    yield one(
        "not-contiguous",
        normal(2, 3, 3, 4),
        layouts=("permuted", "strided", "offset"),
        padding=(1, 0, 2, 1),
        mode=replicate,
    )
    yield one("float64", normal(2, 2, 3, 4, dtype="float64"), padding=(2, 1, 1, 2))
    yield refused("unknown-mode", normal(1, 2, 3, 4), padding=1, mode="mirror")
    yield refused("negative", normal(1, 2, 3, 4), padding=(1, 0, -1, 2), mode=replicate)
