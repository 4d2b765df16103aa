"""Cases of binary-cross-entropy: probabilities between the ends, and exactly at them."""

import torch

from graders.authoring import Draw, backward, call, case, extreme


def pair(draw: Draw, *shape: int, low=0.05, high=0.45, dtype=None):
    """Probabilities away from 0, 0.5 and 1 on either side; of four elements each answer meets each target."""
    turn = torch.arange(torch.Size(shape).numel()).reshape(shape)
    probability = draw.uniform(*shape, low=low, high=high, dtype=dtype)
    probability = torch.where(turn % 2 == 0, probability, 1 - probability)
    return probability, (turn // 2 % 2).to(probability.dtype)


def soft(draw: Draw, *shape: int, dtype=None):
    """Targets between 0.1 and 0.4 where the probability is low, between 0.6 and 0.9 where it is high."""
    input, _ = pair(draw, *shape, dtype=dtype)
    share = draw.uniform(*shape, low=0.1, high=0.4, dtype=dtype)
    return input, torch.where(input < 0.5, share, 1 - share)


def judged(name, input, target, visible=False):
    return case(
        name,
        call("binary_cross_entropy", input=input, targets=target),
        backward("y", wrt=("input",)),
        visible=visible,
        reduction=input.numel(),
    )


def cases(draw: Draw):
    yield case(
        "by-hand",
        call(
            "binary_cross_entropy",
            input=torch.tensor([0.5, 0.75], dtype=draw.dtype),
            targets=torch.tensor([1, 0], dtype=draw.dtype),
        ),
        visible=True,
        reduction=2,
    )
    yield judged("batch", *pair(draw, 4, 3), visible=True)
    yield sure(draw)

    yield judged("soft-targets", *soft(draw, 3, 4))
    yield judged("one-axis", *pair(draw, 7))
    yield judged("single", *pair(draw, 1, 1))
    yield judged("nearly-sure", *pair(draw, 2, 3, 2, low=1e-4, high=1e-3))
    yield judged("float64", *soft(draw, 2, 5, dtype="float64"))


def sure(draw: Draw):
    """Exactly 0 and exactly 1, each of them once right and once wrong, among ordinary probabilities."""
    input1, target1 = pair(draw, 2, 3)
    input2, target2 = pair(draw, 2, 4)
    input2[0] = torch.tensor([0, 1, 0, 1], dtype=draw.dtype)
    return case(
        "sure",
        call("binary_cross_entropy", input1=input1, targets1=target1, into="y1"),
        backward("y1", wrt=("input1",)),
        call("binary_cross_entropy", input2=input2, targets2=target2, into="y2"),
        extreme("y2"),
        visible=True,
        reduction=8,
    )
