"""Cases of lstm-backward: steps, sequences, features and units of different lengths."""

import torch

from graders.authoring import Draw, call, case

GRADIENTS = ("dx", "dh_0", "dc_0", "dw_ih", "dw_hh", "db")


def inputs(draw: Draw, length: int, batch: int, features: int, units: int, **options):
    """Small weights: the gates stay half open, and every path is felt back to the first step."""
    return {
        "dout": draw.normal(length, batch, units, **options),
        "x": draw.normal(length, batch, features, **options),
        "h_0": draw.uniform(batch, units, low=-1.0, **options),
        "c_0": draw.normal(batch, units, **options),
        "w_ih": draw.normal(4 * units, features, std=0.7, **options),
        "w_hh": draw.normal(4 * units, units, std=0.7, **options),
        "b_ih": draw.normal(4 * units, std=0.5, **options),
        "b_hh": draw.normal(4 * units, std=0.5, **options),
    }


def one(name, given, visible=False, **options):
    (length, batch, features), units = given["x"].shape, given["h_0"].shape[1]
    return case(
        name,
        call("lstm_backward", into=GRADIENTS, gradients=True, **given),
        visible=visible,
        reduction=length * max(batch, features + 4 * units),
        **options,
    )


def cases(draw: Draw):
    yield by_hand(draw)
    yield one("two-steps", inputs(draw, 2, 4, 3, 5), visible=True)

    yield one("length-one", inputs(draw, 1, 5, 2, 3))
    yield one("size-one", inputs(draw, 3, 1, 1, 1))
    yield loss_at_the_end(draw)
    yield one("long", inputs(draw, 8, 2, 4, 3))
    yield one("memory-layouts", inputs(draw, 4, 5, 3, 2), layouts=("permuted", "strided", "offset"))
    yield one("float64", inputs(draw, 3, 2, 5, 4, dtype="float64"))


def by_hand(draw: Draw):
    def whole(*rows):
        return torch.tensor(rows, dtype=draw.dtype)

    given = {
        "dout": whole([[8]]),
        "x": whole([[2]]),
        "h_0": whole([-1]),
        "c_0": whole([2]),
        "w_ih": whole([1], [2], [-1], [1]),
        "w_hh": whole([3], [1], [1], [0]),
        "b_ih": whole(-2, -4, 2, -2),
        "b_hh": whole(3, 1, 1, 0),
    }
    return one("by-hand", given, visible=True)


def loss_at_the_end(draw: Draw):
    """All that the first steps get comes through the steps after them."""
    given = inputs(draw, 4, 3, 2, 5)
    given["dout"][:-1] = 0
    return one("loss-at-the-end", given)
