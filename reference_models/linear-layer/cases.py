"""Cases of linear-layer: batch axes from none to two, a layer without bias, and what a fresh layer holds."""

import math

import torch

from graders.authoring import (
    Draw,
    backward,
    call,
    case,
    construct,
    distributed,
    load,
    parameters,
    read,
)


def one(draw: Draw, name, batch, inputs, outputs, bias=True, visible=False, layouts=()):
    """One call with known parameters, and the gradients for all that took part."""
    values = {"weight": draw.normal(outputs, inputs)}
    if bias:
        values["bias"] = draw.normal(outputs, mean=1.0)
    return case(
        name,
        construct("LinearLayer", inputs, outputs, into="layer", **({} if bias else {"bias": False})),
        load("layer", **values),
        call("layer", x=draw.normal(*batch, inputs)),
        backward("y", wrt=("x", *(f"layer.{key}" for key in values))),
        visible=visible,
        layouts=layouts,
        reduction=max(inputs, outputs, math.prod(batch)),
    )


def cases(draw: Draw):
    yield by_hand(draw)
    yield one(draw, "batch", (5,), 4, 3, visible=True)
    yield one(draw, "sequences", (2, 3), 4, 5, visible=True)

    yield one(draw, "without-bias", (4,), 3, 5, bias=False)
    yield one(draw, "square", (5,), 3, 3)
    yield one(draw, "single-vector", (), 3, 4)
    yield one_in_one_out(draw)
    yield case(
        "what-is-learned",
        construct("LinearLayer", 4, 3, into="layer"),
        parameters("layer"),
        construct("LinearLayer", 2, 5, bias=False, into="bare"),
        parameters("bare"),
    )
    yield first_values()
    yield one(draw, "not-contiguous", (3, 4), 5, 2, layouts=("permuted", "strided", "offset"))


def by_hand(draw: Draw):
    weight = torch.tensor([[1, 2], [0, -1], [3, 1]], dtype=draw.dtype)
    bias = torch.tensor([1, 2, -4], dtype=draw.dtype)
    x = torch.tensor([[2, 3], [0, 1]], dtype=draw.dtype)
    steps = construct("LinearLayer", 2, 3, into="layer"), load("layer", weight=weight, bias=bias)
    return case("by-hand", *steps, call("layer", x=x), visible=True, reduction=2)


def one_in_one_out(draw: Draw):
    """A batch without examples has a result without rows; an ordinary call stands beside it."""
    return case(
        "one-in-one-out",
        construct("LinearLayer", 1, 1, into="layer"),
        load("layer", weight=draw.normal(1, 1), bias=draw.normal(1)),
        call("layer", x1=draw.normal(4, 1), into="y1"),
        call("layer", x2=draw.normal(0, 1), into="y2"),
    )


def first_values():
    """A uniform value from -a to a has the standard deviation a / √3; here a is 1 / √4."""
    spread = 1 / 2 / math.sqrt(3)
    return case(
        "first-values",
        construct("LinearLayer", 4, 1000, into="layer"),
        read("layer", "weight", "bias"),
        distributed("layer.weight", mean=0, std=spread, distribution="uniform"),
        distributed("layer.bias", mean=0, std=spread, distribution="uniform"),
        checks=("statistics",),
    )
