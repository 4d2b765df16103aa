"""Cases of bidirectional-rnn: both results and their gradients, with and without padding."""

import torch

from graders.authoring import Draw, backward, call, case

WEIGHTS = ("w_ih", "w_hh", "b_ih", "b_hh")
LEARNED = (*WEIGHTS, *(f"{name}_reverse" for name in WEIGHTS))


def inputs(draw: Draw, length: int, batch: int, features: int, units: int, lengths=None, **options):
    """Half-size weights; what lies behind a sequence's end is as large as the rest."""
    given = {"x": draw.normal(length, batch, features, **options)}
    for end in ("", "_reverse"):
        given[f"w_ih{end}"] = draw.normal(units, features, std=0.5, **options)
        given[f"w_hh{end}"] = draw.normal(units, units, std=0.7, **options)
        given[f"b_ih{end}"] = draw.normal(units, std=0.5, **options)
        given[f"b_hh{end}"] = draw.normal(units, std=0.5, **options)
    return {**given, "lengths": None if lengths is None else torch.tensor(lengths)}


def one(name, given, visible=False, of="output", **options):
    """One call, and the gradients of one of its results."""
    steps = [call("bidirectional_rnn", into=("output", "h_n"), **given)]
    if of:
        steps.append(backward(of, wrt=("x", *LEARNED)))
    (length, batch, features), units = given["x"].shape, len(given["b_ih"])
    return case(name, *steps, visible=visible, reduction=length * max(batch, features + units), **options)


def cases(draw: Draw):
    yield by_hand(draw)
    yield one("both-directions", inputs(draw, 4, 3, 5, 2), visible=True)
    yield one("different-lengths", inputs(draw, 4, 3, 2, 5, lengths=(2, 4, 1)), visible=True)

    yield one("last-states", inputs(draw, 5, 4, 2, 3, lengths=(3, 5, 2, 4)), of="h_n")
    yield one("length-one", inputs(draw, 1, 4, 2, 3))
    yield one("size-one", inputs(draw, 3, 1, 1, 1))
    yield one("all-alike", inputs(draw, 3, 3, 3, 3), of="h_n")
    yield one(
        "memory-layouts",
        inputs(draw, 4, 5, 3, 2, lengths=(3, 1, 4, 2, 4)),
        of="",
        layouts=("permuted", "strided", "offset"),
    )
    yield one("float64", inputs(draw, 5, 2, 3, 4, lengths=(2, 4), dtype="float64"))


def by_hand(draw: Draw):
    def whole(*rows):
        return torch.tensor(rows, dtype=draw.dtype)

    given = {
        "x": whole([[1]], [[-1]]),
        "w_ih": whole([1]),
        "w_hh": whole([2]),
        "b_ih": whole(1),
        "b_hh": whole(-1),
        "w_ih_reverse": whole([-1]),
        "w_hh_reverse": whole([1]),
        "b_ih_reverse": whole(2),
        "b_hh_reverse": whole(-2),
        "lengths": None,
    }
    return one("by-hand", given, visible=True, of="")
