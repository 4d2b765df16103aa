"""Cases of train-val-split: under a seed the order is known, so every row has its place."""

import torch

from graders.authoring import Draw, call, case, different, fails, seed

PARTS = ("x_train", "y_train", "x_val", "y_val")


def split(x, y, number="", **options):
    return call(
        "train_val_split",
        into=tuple(f"{part}{number}" for part in PARTS),
        **{f"x{number}": x, f"y{number}": y},
        **options,
    )


def labels(draw: Draw, count: int):
    """No label equals its row's number, and no two are equal."""
    return torch.arange(count) * 3 + draw.integers(10, 20)


def one(draw: Draw, name, *shape, dtype=None, visible=False, **options):
    x, y = draw.normal(*shape, dtype=dtype), labels(draw, shape[0])
    return case(name, seed(draw.integers(1, 10**6)), split(x, y, **options), visible=visible)


def cases(draw: Draw):
    yield by_hand(draw)
    yield one(draw, "table", 10, 3, visible=True, val_fraction=0.25)
    yield refused(draw)

    yield one(draw, "default-share", 11, 2)
    yield one(draw, "images", 7, 2, 3, 2, val_fraction=0.5)
    yield one(draw, "mostly-validation", 9, 2, val_fraction=0.875)
    yield another_seed(draw)
    yield one(draw, "float64", 8, 2, dtype="float64", val_fraction=0.375)


def by_hand(draw: Draw):
    x = torch.tensor([[10, 11], [20, 21], [30, 31], [40, 41], [50, 51]], dtype=draw.dtype)
    y = torch.tensor([1, 2, 3, 4, 5])
    return case("by-hand", seed(0), split(x, y, val_fraction=0.5), visible=True)


def refused(draw: Draw):
    """A proper split beside what must be refused."""
    x, y = draw.normal(6, 2), labels(draw, 6)
    return case(
        "refused",
        seed(draw.integers(1, 10**6)),
        split(x, y, 1, val_fraction=0.5),
        fails(split(draw.normal(6, 2), labels(draw, 5), 2, val_fraction=0.5), "ValueError"),
        fails(split(draw.normal(3, 2), labels(draw, 3), 3, val_fraction=0.25), "ValueError"),
        fails(split(draw.normal(4, 2), labels(draw, 4), 4, val_fraction=1.0), "ValueError"),
        visible=True,
    )


def another_seed(draw: Draw):
    """The same data split twice, without a new seed in between: the second order is another one."""
    x, y = draw.normal(24, 2), labels(draw, 24)
    return case(
        "twice",
        seed(draw.integers(1, 10**6)),
        split(x, y, 1, val_fraction=0.25),
        split(x.clone(), y.clone(), 2, val_fraction=0.25),
        different("y_val1", "y_val2"),
    )
