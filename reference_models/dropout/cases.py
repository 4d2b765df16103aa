"""Cases of dropout: what is random is judged by its statistics and relations, the rest by its values."""

import math

import torch

from graders.authoring import (
    Draw,
    call,
    case,
    construct,
    different,
    distributed,
    equal,
    evaluate,
    fails,
    seed,
    zeros,
)

# What can be said of random results: not which numbers they are.
RANDOM = ("shape", "dtype", "purity")


def same(draw: Draw, *shape: int, value=1.0):
    """One number everywhere: then whatever differs in the result is the layer's work."""
    return torch.full(shape, value, dtype=draw.dtype)


def around(p: float):
    """Kept ones become 1 / (1 - p), the others 0: mean 1, and this deviation.

    Both are as far from the mean as uniform numbers may be, for rates from 0.25 to 0.75.
    """
    return {"mean": 1.0, "std": math.sqrt(p / (1 - p)), "distribution": "uniform"}


def cases(draw: Draw):
    yield by_hand(draw)
    yield rate_and_scale(draw)
    yield same_mask_backward(draw)

    yield each_number_by_itself(draw)
    yield another_mask_each_time(draw)
    yield evaluation(draw)
    yield evaluation_after_training(draw)
    yield refused(draw)
    yield float64(draw)


def by_hand(draw: Draw):
    """The half of the example that chance plays no part in."""
    return case(
        "by-hand",
        construct("Dropout", p=0.5, into="drop"),
        evaluate("drop"),
        call("drop", x=torch.tensor([3, -1, 4], dtype=draw.dtype)),
        call("drop.backward", dout=torch.tensor([1, 5, 2], dtype=draw.dtype), into="dx", gradients=True),
        visible=True,
        identity=True,
    )


def rate_and_scale(draw: Draw):
    return case(
        "rate-and-scale",
        seed(draw.integers(1, 10**6)),
        construct("Dropout", p=0.3, into="drop"),
        call("drop", x=same(draw, 40, 50)),
        zeros("y", rate=0.3),
        distributed("y", **around(0.3)),
        visible=True,
        checks=(*RANDOM, "statistics"),
    )


def same_mask_backward(draw: Draw):
    """Gradients that are like the inputs come out like the results, if they meet the same mask."""
    return case(
        "same-mask-backward",
        seed(draw.integers(1, 10**6)),
        construct("Dropout", p=0.4, into="drop"),
        call("drop", x=same(draw, 30, 40, value=2.0)),
        call("drop.backward", dout=same(draw, 30, 40, value=2.0), into="dx", gradients=True),
        equal("y", "dx"),
        zeros("y", rate=0.4),
        visible=True,
        checks=(*RANDOM, "statistics", "invariants"),
    )


def each_number_by_itself(draw: Draw):
    """A mask that all examples share drops the only column or keeps it; likewise for the only row."""
    return case(
        "each-number-by-itself",
        seed(draw.integers(1, 10**6)),
        construct("Dropout", p=0.4, into="drop"),
        call("drop", x1=same(draw, 1500, 1), into="y1"),
        zeros("y1", rate=0.4),
        call("drop", x2=same(draw, 1, 1500), into="y2"),
        zeros("y2", rate=0.4),
        checks=(*RANDOM, "statistics"),
    )


def another_mask_each_time(draw: Draw):
    first, second = draw.integers(1, 10**6), draw.integers(10**6 + 1, 10**7)
    return case(
        "another-mask-each-time",
        construct("Dropout", p=0.5, into="drop"),
        seed(first),
        call("drop", x1=same(draw, 10, 20), into="y1"),
        seed(first),
        call("drop", x2=same(draw, 10, 20), into="y2"),
        seed(second),
        call("drop", x3=same(draw, 10, 20), into="y3"),
        call("drop", x4=same(draw, 10, 20), into="y4"),
        equal("y1", "y2", exact=True),
        different("y1", "y3"),
        different("y3", "y4"),
        checks=(*RANDOM, "invariants"),
    )


def evaluation(draw: Draw):
    return case(
        "evaluation",
        construct("Dropout", p=0.3, into="drop"),
        evaluate("drop"),
        call("drop", x=draw.normal(4, 3, 5)),
        call("drop.backward", dout=draw.normal(4, 3, 5), into="dx", gradients=True),
        identity=True,
    )


def evaluation_after_training(draw: Draw):
    return case(
        "evaluation-after-training",
        seed(draw.integers(1, 10**6)),
        construct("Dropout", p=0.5, into="drop"),
        call("drop", x1=same(draw, 30, 40, value=2.0), into="y1"),
        evaluate("drop"),
        call("drop", x2=same(draw, 30, 40, value=2.0), into="y2"),
        call("drop.backward", dout=same(draw, 30, 40, value=2.0), into="dx", gradients=True),
        equal("y2", "dx"),
        zeros("y1", rate=0.5),
        zeros("y2", rate=0.0),
        checks=(*RANDOM, "statistics", "invariants"),
    )


def refused(draw: Draw):
    """A legal rate beside those that must be refused."""
    return case(
        "refused",
        construct("Dropout", p=0.0, into="drop"),
        call("drop", x=draw.normal(2, 3)),
        fails(construct("Dropout", p=1.0, into="second"), "ValueError"),
        fails(construct("Dropout", p=-0.25, into="third"), "ValueError"),
        fails(construct("Dropout", p=1.5, into="fourth"), "ValueError"),
        identity=True,
    )


def float64(draw: Draw):
    return case(
        "float64",
        seed(draw.integers(1, 10**6)),
        construct("Dropout", p=0.3, into="drop"),
        call("drop", x=draw.normal(3, 4, dtype="float64")),
        call("drop.backward", dout=draw.normal(3, 4, dtype="float64"), into="dx", gradients=True),
        checks=RANDOM,
    )
