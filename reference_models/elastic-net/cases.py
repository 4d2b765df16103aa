"""Cases of elastic-net: neither errors nor weights are near 0, but weights that are exactly there."""

import torch

from graders.authoring import Draw, backward, call, case


def away_from_zero(draw: Draw, *shape: int, dtype=None):
    """Values of size 0.4 to 1.5: one in three is negative, and so their sum is not that of their sizes."""
    values = draw.uniform(*shape, low=0.4, high=1.5, dtype=dtype)
    values.view(-1)[::3] *= -1
    return values


def data(draw: Draw, examples: int, features: int, dtype=None):
    """A model, and targets that it misses by 0.4 to 1.5 in either direction."""
    input = draw.normal(examples, features, dtype=dtype)
    weight = away_from_zero(draw, features, dtype=dtype)
    bias = 1 + away_from_zero(draw, 1, dtype=dtype).abs()
    target = input @ weight + bias - away_from_zero(draw, examples, dtype=dtype)
    return {"input": input, "targets": target, "weight": weight, "bias": bias}


def judged(name, given, visible=False, **options):
    return case(
        name,
        call("elastic_net", **given, **options),
        backward("y", wrt=("weight", "bias")),
        visible=visible,
        reduction=sum(value.numel() for value in given.values()),
    )


def cases(draw: Draw):
    yield case(
        "by-hand",
        call(
            "elastic_net",
            input=torch.tensor([[1, 2], [3, 0]], dtype=draw.dtype),
            targets=torch.tensor([3, 6], dtype=draw.dtype),
            weight=torch.tensor([2, -1], dtype=draw.dtype),
            bias=torch.tensor([1], dtype=draw.dtype),
            alpha=2.0,
            l1_ratio=0.25,
        ),
        visible=True,
        reduction=4,
    )
    yield judged("training-data", data(draw, 5, 3), visible=True, alpha=0.5, l1_ratio=0.7)
    yield zero_weights(draw)

    yield judged("lasso", data(draw, 4, 3), alpha=0.8, l1_ratio=1.0)
    yield judged("ridge", data(draw, 4, 3), alpha=0.6, l1_ratio=0.0)
    yield judged("more-features", data(draw, 3, 7), alpha=0.3, l1_ratio=0.2)
    yield judged("single-example", data(draw, 1, 1))
    yield judged("float64", data(draw, 6, 4, dtype="float64"), alpha=1.5, l1_ratio=0.4)


def zero_weights(draw: Draw):
    given = data(draw, 4, 6)
    given["weight"][::2] = 0
    return judged("zero-weights", given, visible=True, alpha=0.9, l1_ratio=0.6)
