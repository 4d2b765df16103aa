"""Cases of classification-metrics: batches of unequal sizes, classes without predictions or examples."""

import torch

from graders.authoring import Draw, call, case, construct

METRICS = ("accuracy", "precision", "recall", "f1")


def predictions(draw: Draw, target, classes: int, right=0.5):
    """The true class in a share of the examples, otherwise any class."""
    guesses = draw.integer_tensor(len(target), high=classes)
    return torch.where(draw.uniform(len(target)) < right, target, guesses)


def update(draw: Draw, number, examples: int, classes: int, right=0.5, slot="metrics"):
    """One batch; its tensors and its matrix carry ``number`` in their names."""
    target = draw.integer_tensor(examples, high=classes)
    input = predictions(draw, target, classes, right)
    return counted(number, input, target, slot)


def counted(number, input, target, slot="metrics"):
    given = {f"input{number}": input, f"targets{number}": target}
    return call(f"{slot}.update", into=f"matrix{number}", **given)


def compute(suffix="", slot="metrics"):
    return call(f"{slot}.compute", into=tuple(name + suffix for name in METRICS))


def new(classes: int, slot="metrics"):
    return construct("ClassificationMetrics", classes, into=slot)


def cases(draw: Draw):
    yield case(
        "by-hand",
        new(3),
        counted(1, torch.tensor([0, 0, 1, 1, 1]), torch.tensor([0, 0, 0, 0, 1])),
        counted(2, torch.tensor([0, 0, 1]), torch.tensor([2, 2, 2])),
        compute(),
        visible=True,
        reduction=8,
    )
    yield case("one-batch", new(4), update(draw, 1, 20, 4), compute(), visible=True, reduction=20)
    yield case(
        "unequal-batches",
        new(3),
        update(draw, 1, 12, 3),
        update(draw, 2, 5, 3),
        update(draw, 3, 1, 3),
        compute(),
        visible=True,
        reduction=18,
    )

    yield absent_classes(draw)
    yield case(
        "computed-in-between",
        new(3),
        update(draw, 1, 10, 3),
        compute("_1"),
        update(draw, 2, 8, 3),
        compute("_2"),
        compute("_3"),
        reduction=18,
    )
    yield case(
        "two-instances",
        new(4, "one"),
        new(4, "other"),
        update(draw, 1, 9, 4, slot="one"),
        update(draw, 2, 7, 4, slot="other"),
        update(draw, 3, 6, 4, slot="one"),
        compute("_1", "one"),
        compute("_2", "other"),
        reduction=15,
    )
    yield case("mostly-right", new(10), update(draw, 1, 60, 10, right=0.9), compute(), reduction=60)


def absent_classes(draw: Draw):
    """Class 0 occurs and is never predicted, 4 is predicted and never occurs, 5 does neither."""
    target = draw.integer_tensor(18, low=0, high=4)
    input = draw.integer_tensor(18, low=1, high=5)
    target[:3] = torch.tensor([0, 1, 2])
    input[:3] = torch.tensor([4, 1, 2])
    return case("absent-classes", new(6), counted(1, input, target), compute(), reduction=18)
