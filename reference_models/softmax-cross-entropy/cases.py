"""Cases of softmax-cross-entropy: no two axes alike where it matters, and logits whose exp overflows."""

import math

import torch

from graders.authoring import Draw, call, case, equal, extreme, summed


def loss_of(logits, labels, number=""):
    """One call; its tensors carry ``number`` in their names."""
    given = {f"logits{number}": logits, f"labels{number}": labels}
    return call("softmax_cross_entropy", into=(f"loss{number}", f"dlogits{number}"), **given)


def one(draw: Draw, name, examples, classes, dtype=None, visible=False, layouts=()):
    logits = draw.normal(examples, classes, dtype=dtype)
    labels = draw.integer_tensor(examples, high=classes)
    return case(name, loss_of(logits, labels), visible=visible, reduction=examples, layouts=layouts)


def beside_ordinary(draw: Draw, name, logits, labels, visible=False):
    """Extreme logits, after an ordinary call: its result tells whether the code is right but not stable."""
    examples, classes = logits.shape
    return case(
        name,
        loss_of(draw.normal(examples, classes), draw.integer_tensor(examples, high=classes), 1),
        loss_of(logits, labels, 2),
        extreme("loss2", "dlogits2"),
        visible=visible,
        reduction=examples,
    )


def cases(draw: Draw):
    by_hand = torch.tensor([[0, math.log(3)], [2, 2]], dtype=draw.dtype)
    yield case("by-hand", loss_of(by_hand, torch.tensor([0, 1])), visible=True, reduction=2)
    yield one(draw, "four-examples", 4, 3, visible=True)
    yield large_logits(draw)

    yield one(draw, "many-classes", 2, 7)
    yield case(
        "single-example",
        loss_of(draw.normal(1, 5), draw.integer_tensor(1, high=5), 1),
        loss_of(draw.normal(3, 1), torch.zeros(3, dtype=torch.int64), 2),
        reduction=3,
    )
    yield shifted(draw)
    yield rows_far_apart(draw)
    yield one(draw, "float64", 3, 5, dtype="float64")
    yield one(draw, "not-contiguous", 5, 3, layouts=("permuted", "strided", "offset"))


def large_logits(draw: Draw):
    """Two rows whose right class is the least likely one, and one that is right beyond doubt."""
    logits = draw.extreme(3, 6)
    labels = logits.argmin(dim=1)
    labels[1] = logits[1].argmax()
    return beside_ordinary(draw, "large-logits", logits, labels, visible=True)


def shifted(draw: Draw):
    """Moving a row changes nothing, and a row of the gradient adds up to 0."""
    logits, labels = draw.normal(3, 4), draw.integer_tensor(3, high=4)
    moved = logits + draw.uniform(3, 1, low=2.0, high=5.0)
    return case(
        "shifted",
        loss_of(logits, labels, 1),
        loss_of(moved, labels.clone(), 2),
        equal("loss1", "loss2"),
        equal("dlogits1", "dlogits2"),
        summed("dlogits1", axis=1, to=0),
        reduction=4,
    )


def rows_far_apart(draw: Draw):
    """Each row is ordinary but for a large number of its own: the batch's maximum is no help."""
    levels = torch.tensor([[900.0], [-900.0], [0.0]]).to(draw.dtype)
    return beside_ordinary(draw, "rows-far-apart", draw.normal(3, 4) + levels, draw.integer_tensor(3, high=4))
