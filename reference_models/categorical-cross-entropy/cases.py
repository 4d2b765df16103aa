"""Cases of categorical-cross-entropy: rows of probabilities, and classes that got nothing."""

import torch

from graders.authoring import Draw, backward, call, case, extreme


def shares(draw: Draw, examples: int, classes: int, dtype=None):
    """Rows that add up to 1, all shares within a factor of 5."""
    values = draw.uniform(examples, classes, low=0.2, high=1.0, dtype=dtype)
    return values / values.sum(dim=1, keepdim=True)


def one_hot(draw: Draw, examples: int, classes: int, dtype):
    labels = draw.integer_tensor(examples, high=classes)
    return (labels[:, None] == torch.arange(classes)).to(dtype)


def pair(draw: Draw, examples: int, classes: int, dtype=None):
    input = shares(draw, examples, classes, dtype)
    return input, one_hot(draw, examples, classes, input.dtype)


def judged(name, input, target, visible=False):
    return case(
        name,
        call("categorical_cross_entropy", input=input, targets=target),
        backward("y", wrt=("input",)),
        visible=visible,
        reduction=input.numel(),
    )


def cases(draw: Draw):
    yield case(
        "by-hand",
        call(
            "categorical_cross_entropy",
            input=torch.tensor([[0.5, 0.25, 0.25], [0.75, 0.25, 0]], dtype=draw.dtype),
            targets=torch.tensor([[1, 0, 0], [0, 1, 0]], dtype=draw.dtype),
        ),
        visible=True,
        reduction=6,
    )
    yield judged("four-examples", *pair(draw, 4, 3), visible=True)
    yield zero_probabilities(draw)

    yield judged("soft-targets", shares(draw, 3, 4), shares(draw, 3, 4))
    yield small_probabilities(draw)
    yield judged("square", *pair(draw, 4, 4))
    yield judged("many-classes", *pair(draw, 2, 7))
    yield judged("single-example", *pair(draw, 1, 5))
    double = "float64"
    yield judged("float64", shares(draw, 3, 4, double), shares(draw, 3, 4, double))


def zero_probabilities(draw: Draw):
    """In every row the class after the right one got nothing, and its share went to the right one."""
    input1, target1 = pair(draw, 3, 4)
    input2, target2 = pair(draw, 4, 5)
    after = target2.roll(1, dims=1)
    input2 = input2 + target2 * (input2 * after).sum(dim=1, keepdim=True)
    input2 = torch.where(after > 0, torch.zeros_like(input2), input2)
    return case(
        "zero-probabilities",
        call("categorical_cross_entropy", input1=input1, targets1=target1, into="y1"),
        backward("y1", wrt=("input1",)),
        call("categorical_cross_entropy", input2=input2, targets2=target2, into="y2"),
        backward("y2", wrt=("input2",)),
        extreme("y2"),
        visible=True,
        reduction=20,
    )


def small_probabilities(draw: Draw):
    """The right class got between one and three ten-thousandths."""
    input, target = pair(draw, 3, 3)
    small = draw.uniform(3, 1, low=1e-4, high=3e-4)
    rest = input * (1 - target)
    input = target * small + rest / rest.sum(dim=1, keepdim=True) * (1 - small)
    return judged("small-probabilities", input, target)
