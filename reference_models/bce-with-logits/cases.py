"""Cases of bce-with-logits: each sign of a logit meets each target, and never a logit near 0."""

import torch

from graders.authoring import Draw, backward, call, case, extreme


def with_signs(size):
    """The sizes with signs that alternate, so that of four elements each answer meets each target."""
    turn = torch.arange(size.numel()).reshape(size.shape)
    return torch.where(turn % 2 == 0, -size, size), (turn // 2 % 2).to(size.dtype)


def pair(draw: Draw, *shape: int, dtype=None):
    return with_signs(draw.uniform(*shape, low=0.4, high=3.0, dtype=dtype))


def judged(name, input, target, pos_weight=None, visible=False):
    given = {"input": input, "targets": target}
    if pos_weight is not None:
        given["pos_weight"] = pos_weight
    return case(
        name,
        call("bce_with_logits", **given),
        backward("y", wrt=("input",)),
        visible=visible,
        reduction=input.numel(),
    )


def cases(draw: Draw):
    yield by_hand(draw)
    yield judged("batch", *pair(draw, 4, 3), visible=True)
    yield large_logits(draw)

    yield judged("pos-weight", *pair(draw, 4, 3), draw.uniform(3, low=2.0, high=5.0))
    yield judged("one-weight", *pair(draw, 2, 3, 2), draw.uniform(1, low=0.2, high=0.6))
    input, _ = pair(draw, 3, 4)
    yield judged(
        "soft-targets", input, draw.uniform(3, 4, low=0.1, high=0.4), draw.uniform(4, low=2.0, high=4.0)
    )
    yield judged("one-axis", *pair(draw, 7))
    yield judged("single", *pair(draw, 1, 1))
    double = "float64"
    yield judged("float64", *pair(draw, 2, 5, dtype=double), draw.uniform(5, low=2.0, high=5.0, dtype=double))


def by_hand(draw: Draw):
    input = torch.log(torch.tensor([[1], [3]], dtype=torch.float64)).to(draw.dtype)
    target = torch.tensor([[1], [0]], dtype=draw.dtype)
    return case(
        "by-hand",
        call("bce_with_logits", input1=input, targets1=target, into="y1"),
        call(
            "bce_with_logits",
            input2=input.clone(),
            targets2=target.clone(),
            pos_weight2=torch.tensor([2], dtype=draw.dtype),
            into="y2",
        ),
        visible=True,
        reduction=2,
    )


def large_logits(draw: Draw):
    """Among them every sign with every target; an ordinary call tells whether the code is right at all."""
    input1, target1 = pair(draw, 2, 3)
    input2, target2 = with_signs(draw.extreme(3, 4).abs())
    return case(
        "large-logits",
        call("bce_with_logits", input1=input1, targets1=target1, into="y1"),
        backward("y1", wrt=("input1",)),
        call("bce_with_logits", input2=input2, targets2=target2, into="y2"),
        backward("y2", wrt=("input2",)),
        extreme("y2"),
        visible=True,
        reduction=12,
    )
