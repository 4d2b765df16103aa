"""Cases of batchnorm1d: the two shapes, the two modes, and what the buffers hold after them."""

import torch

from graders.authoring import (
    Draw,
    backward,
    call,
    case,
    construct,
    evaluate,
    hold,
    load,
    read,
    read_held,
    train,
)

BUFFERS = ("running_mean", "running_var")
LEARNED = ("bn.weight", "bn.bias")


def batch(draw: Draw, *shape: int):
    return draw.normal(*shape, mean=-2.0, std=3.0)


def learned(draw: Draw, features: int):
    return load("bn", weight=draw.uniform(features, low=0.5, high=1.5), bias=draw.normal(features, mean=1.0))


def one(draw: Draw, name, shape, visible=False, **options):
    """One step of training, with gradients and buffers."""
    features = shape[1]
    return case(
        name,
        construct("BatchNorm1d", features, into="bn", **options),
        learned(draw, features),
        call("bn", x=batch(draw, *shape)),
        backward("y", wrt=("x", *LEARNED)),
        read("bn", *BUFFERS),
        visible=visible,
        reduction=shape[0] * shape[-1],
    )


def cases(draw: Draw):
    yield by_hand(draw)
    yield one(draw, "features", (6, 3), visible=True)
    yield one(draw, "sequences", (3, 2, 4), visible=True)

    yield evaluation(draw)
    yield fresh_evaluation(draw)
    yield running_statistics(draw)
    yield evaluation_in_between(draw)
    yield buffers_in_place(draw)
    yield one(draw, "square", (4, 4, 4))
    yield one(draw, "large-epsilon", (5, 3), eps=4.0)
    yield one(draw, "single-sequence", (1, 3, 6), momentum=0.7)


def by_hand(draw: Draw):
    x = torch.tensor([[0], [0], [0], [0], [5]], dtype=draw.dtype)
    return case(
        "by-hand",
        construct("BatchNorm1d", 1, eps=5.0, momentum=0.75, into="bn"),
        load("bn", weight=torch.tensor([3], dtype=draw.dtype), bias=torch.tensor([2], dtype=draw.dtype)),
        call("bn", x1=x, into="y1"),
        read("bn", *BUFFERS),
        evaluate("bn"),
        call("bn", x2=x.reshape(1, 1, 5).clone(), into="y2"),
        visible=True,
        reduction=5,
    )


def evaluation(draw: Draw):
    return case(
        "evaluation",
        construct("BatchNorm1d", 3, momentum=0.4, into="bn"),
        learned(draw, 3),
        call("bn", x1=batch(draw, 5, 3), into="y1"),
        evaluate("bn"),
        call("bn", x2=batch(draw, 2, 3, 4), into="y2"),
        call("bn", x3=batch(draw, 4, 3), into="y3"),
        backward("y3", wrt=("x3", *LEARNED)),
        reduction=8,
    )


def fresh_evaluation(draw: Draw):
    """With a small epsilon the fresh layer would give its input back, and so would no layer at all."""
    return case(
        "fresh-evaluation",
        construct("BatchNorm1d", 4, eps=0.3, into="bn"),
        evaluate("bn"),
        call("bn", x=batch(draw, 3, 4)),
        read("bn", "weight", "bias", *BUFFERS),
    )


def running_statistics(draw: Draw):
    return case(
        "running-statistics",
        construct("BatchNorm1d", 2, momentum=0.3, into="bn"),
        call("bn", x1=batch(draw, 3, 2), into="y1"),
        read("bn", *BUFFERS, at="after-1"),
        call("bn", x2=batch(draw, 2, 2, 3), into="y2"),
        call("bn", x3=batch(draw, 4, 2), into="y3"),
        read("bn", *BUFFERS, at="after-3"),
        reduction=8,
    )


def evaluation_in_between(draw: Draw):
    return case(
        "evaluation-in-between",
        construct("BatchNorm1d", 3, into="bn"),
        call("bn", x1=batch(draw, 4, 3), into="y1"),
        evaluate("bn"),
        call("bn", x2=batch(draw, 3, 3), into="y2"),
        read("bn", *BUFFERS, at="after-evaluation"),
        train("bn"),
        call("bn", x3=batch(draw, 2, 3, 2), into="y3"),
        read("bn", *BUFFERS, at="after-training"),
        reduction=8,
    )


def buffers_in_place(draw: Draw):
    """The tensors that were there before training hold the new values after it.

    The buffers are read by name first: where they are merely wrong, that is what is told.
    """
    return case(
        "buffers-in-place",
        construct("BatchNorm1d", 3, into="bn"),
        hold("bn", *BUFFERS),
        call("bn", x=batch(draw, 5, 3)),
        read("bn", *BUFFERS),
        read("bn", *BUFFERS),
        read_held("bn", *BUFFERS),
        reduction=5,
    )
