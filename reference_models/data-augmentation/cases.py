"""Cases of data-augmentation: choices that are given, and choices that are drawn."""

import torch

from graders.authoring import Draw, call, case, different, distributed, equal, seed, zeros

DRAWN = ("flip", "top", "left")


def given(name, x, flip, top, left, brightness, noise, visible=False, layouts=()):
    """One call with these choices; the labels are as many numbers in falling order."""
    labels = torch.arange(len(flip), 0, -1) * 3
    step = call(
        "augment",
        x=x,
        labels=labels,
        flip=torch.tensor(flip),
        top=torch.tensor(top),
        left=torch.tensor(left),
        brightness=torch.tensor(brightness, dtype=x.dtype),
        noise=noise,
        size=noise.shape[-1],
        into=("y", "labels_after"),
    )
    return case(name, step, visible=visible, layouts=layouts)


def drawn(name, *statements, visible=False, **options):
    """Random choices: only how they are distributed can be right or wrong."""
    step = call("draw_choices", into=DRAWN, **options)
    return case(name, step, *statements, visible=visible, checks=("run", "shape", "dtype", "statistics"))


def cases(draw: Draw):
    normal, uniform = draw.normal, draw.uniform
    image = torch.tensor([[[[0.25, 0.5, 1.0], [0.0, 0.75, 0.5]]]], dtype=draw.dtype)
    noise = torch.tensor([[[[0.0, 0.25], [0.0, -0.5]]]], dtype=draw.dtype)
    yield given("by-hand", image, [True], [0], [1], [2.0], noise, visible=True)
    pair = torch.cat([image, 1 - image])
    yield given(
        "two-images", pair, [False, True], [0, 0], [1, 0], [1.0, 0.5], noise.repeat(2, 1, 1, 1), visible=True
    )
    yield given(
        "batch",
        uniform(4, 3, 6, 7),
        [True, False, True, False],
        [0, 2, 1, 2],
        [3, 0, 1, 2],
        [0.5, 1.5, 1.0, 2.0],
        normal(4, 3, 4, 4, std=0.5),
    )
    yield given(
        "not-contiguous",
        uniform(2, 3, 5, 4),
        [False, True],
        [2, 0],
        [0, 1],
        [1.25, 0.75],
        normal(2, 3, 3, 3, std=0.25),
        layouts=("permuted", "strided", "offset"),
    )
    double = "float64"
    yield given(
        "float64",
        uniform(2, 2, 5, 5, dtype=double),
        [True, False],
        [1, 0],
        [0, 2],
        [0.5, 1.5],
        normal(2, 2, 3, 3, std=0.25, dtype=double),
    )

    # One place more than the crop needs in height, two more in width.
    yield drawn(
        "few-places",
        zeros("flip", rate=0.8),
        zeros("top", rate=1 / 2),
        zeros("left", rate=1 / 3),
        count=4000,
        height=6,
        width=7,
        size=5,
        p=0.2,
        visible=True,
    )
    yield drawn(
        "many-places",
        zeros("flip", rate=0.3),
        distributed("top", mean=2000, std=4001 / 12**0.5, distribution="uniform"),
        distributed("left", mean=3500, std=7001 / 12**0.5, distribution="uniform"),
        count=4000,
        height=5000,
        width=8000,
        size=1000,
        p=0.7,
    )
    again = {"count": 50, "height": 90, "width": 80, "size": 30, "p": 0.5}
    yield case(
        "repeatable",
        seed(7),
        call("draw_choices", into=DRAWN, **again),
        seed(7),
        call("draw_choices", into=("flip_again", "top_again", "left_again"), **again),
        seed(8),
        call("draw_choices", into=("other_flip", "other_top", "other_left"), **again),
        equal("flip", "flip_again", exact=True),
        equal("top", "top_again", exact=True),
        equal("left", "left_again", exact=True),
        different("top", "other_top"),
        different("left", "other_left"),
        checks=("run", "shape", "dtype", "invariants"),
    )
