"""Cases of rnn: steps, sequences, features and units of different lengths, but for one case."""

import torch

from graders.authoring import Draw, backward, call, case

NAMES = ("x", "w_ih", "w_hh", "b_ih", "b_hh", "h_0")


def inputs(draw: Draw, length: int, batch: int, features: int, units: int, initial=True, **options):
    """Half-size weights: tanh is hardly ever at its ends, and the first step is still felt at the last."""
    return {
        "x": draw.normal(length, batch, features, **options),
        "w_ih": draw.normal(units, features, std=0.5, **options),
        "w_hh": draw.normal(units, units, std=0.7, **options),
        "b_ih": draw.normal(units, std=0.5, **options),
        "b_hh": draw.normal(units, std=0.5, **options),
        "h_0": draw.uniform(batch, units, low=-1.0, **options) if initial else None,
    }


def one(name, given, visible=False, of="output", **options):
    """One call, and the gradients of one of its results for what it was given."""
    steps = [call("rnn", into=("output", "h_n"), **given)]
    if of:
        steps.append(backward(of, wrt=[label for label in NAMES if given[label] is not None]))
    (length, batch, features), units = given["x"].shape, len(given["b_ih"])
    return case(name, *steps, visible=visible, reduction=length * max(batch, features + units), **options)


def cases(draw: Draw):
    yield by_hand(draw)
    yield one("four-steps", inputs(draw, 4, 3, 5, 2, initial=False), visible=True)

    yield one("initial-state", inputs(draw, 3, 5, 4, 2))
    yield one("length-one", inputs(draw, 1, 4, 2, 3))
    yield one("size-one", inputs(draw, 3, 1, 1, 1))
    yield one("last-state", inputs(draw, 5, 2, 3, 4), of="h_n")
    # What is transposed, or goes along the wrong axis, has the right shape here.
    yield one("all-alike", inputs(draw, 3, 3, 3, 3))
    yield one("long", inputs(draw, 16, 2, 3, 4, initial=False), of="")
    yield one(
        "memory-layouts",
        inputs(draw, 4, 5, 3, 2),
        of="",
        layouts=("permuted", "strided", "offset"),
    )
    yield one("float64", inputs(draw, 3, 2, 4, 5, dtype="float64"))


def by_hand(draw: Draw):
    def whole(*rows):
        return torch.tensor(rows, dtype=draw.dtype)

    given = {
        "x": whole([[-1]], [[-2]]),
        "w_ih": whole([1]),
        "w_hh": whole([2]),
        "b_ih": whole(1),
        "b_hh": whole(-1),
        "h_0": whole([1]),
    }
    return one("by-hand", given, visible=True, of="")
