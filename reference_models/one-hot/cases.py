"""Cases of one-hot: labels of one and more axes, of which the last class never occurs."""

import torch

from graders.authoring import Draw, call, case, fails


def one(name, labels, visible=False, layouts=(), **options):
    return case(name, call("one_hot", labels=labels, **options), visible=visible, layouts=layouts)


def refused(name, label, neighbour, **options):
    """A label that is no class, and the one beside it that is."""
    wrong = call("one_hot", labels=torch.tensor([label]), **options)
    right = call("one_hot", into="beside", neighbour=torch.tensor([neighbour]), **options)
    return case(name, right, fails(wrong, "ValueError"))


def cases(draw: Draw):
    integers = draw.integer_tensor
    yield one("by-hand", torch.tensor([2, 0, 2]), visible=True, num_classes=4)
    yield one("two-axes", torch.tensor([[1, 3], [0, 1]]), visible=True, num_classes=5)

    yield one("batch", integers(7, high=5), num_classes=6)
    # Class 1 is missing among them, and so is the last one.
    yield one("classes-missing", integers(6, low=2, high=8), num_classes=9)
    yield one("sequences", integers(3, 5, high=7), num_classes=8)
    yield one("maps", integers(2, 3, 4, high=4), num_classes=5)
    yield one("single-label", integers(1, high=9), num_classes=10)
    yield one("single-class", torch.zeros(4, dtype=torch.int64), num_classes=1)
    yield one(
        "not-contiguous", integers(4, 3, high=5), layouts=("permuted", "strided", "offset"), num_classes=6
    )
    yield refused("negative", -1, 0, num_classes=3)
    yield refused("too-large", 3, 2, num_classes=3)
