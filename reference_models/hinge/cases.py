"""Cases of hinge: scores on the wrong side, within the margin and beyond it, for either target."""

import torch

from graders.authoring import Draw, backward, call, case


def pair(draw: Draw, margin, *shape: int, dtype=None):
    """In turn: wrong, within the margin, beyond it. The target changes every three elements."""
    wrong = draw.uniform(*shape, low=-2.0, high=-0.3, dtype=dtype)
    within = draw.uniform(*shape, low=0.2, high=0.8, dtype=dtype)
    beyond = draw.uniform(*shape, low=1.3, high=3.0, dtype=dtype)
    place = torch.arange(wrong.numel()).reshape(shape)
    agreement = torch.where(place % 3 == 0, wrong, torch.where(place % 3 == 1, within, beyond))
    target = torch.where(place // 3 % 2 == 0, 1, -1)
    return margin * agreement * target, target


def one(draw: Draw, name, *shape: int, dtype=None, visible=False, **options):
    input, target = pair(draw, options.get("margin", 1.0), *shape, dtype=dtype)
    return case(
        name,
        call("hinge", input=input, targets=target, **options),
        backward("y", wrt=("input",)),
        visible=visible,
        reduction=input.numel(),
    )


def cases(draw: Draw):
    yield case(
        "by-hand",
        call(
            "hinge",
            input=torch.tensor([2, 0.5, -2, -0.5], dtype=draw.dtype),
            targets=torch.tensor([1, 1, 1, -1]),
        ),
        visible=True,
        reduction=4,
    )
    yield one(draw, "batch", 4, 3, visible=True)
    yield one(draw, "large-margin", 3, 4, visible=True, margin=2.5)

    yield one(draw, "small-margin", 2, 5, margin=0.5)
    yield one(draw, "one-axis", 7)
    yield one(draw, "three-axes", 2, 3, 4, margin=1.5)
    yield one(draw, "single", 1, 1)
    yield one(draw, "float64", 2, 5, dtype="float64", margin=0.75)
