"""Cases of rnn-backward: what a forward pass left, and the gradient of its outputs."""

import torch

from graders.authoring import Draw, call, case

GRADIENTS = ("dx", "dh_0", "dw_ih", "dw_hh", "db")


def inputs(draw: Draw, length: int, batch: int, features: int, units: int, **options):
    """Half-size weights: tanh is hardly ever at its ends, and gradients neither vanish nor explode."""
    x = draw.normal(length, batch, features, **options)
    h_0 = draw.uniform(batch, units, low=-1.0, **options)
    w_ih = draw.normal(units, features, std=0.5, **options)
    w_hh = draw.normal(units, units, std=0.6, **options)
    bias = draw.normal(units, std=0.5, **options)
    h, states = h_0, []
    for x_t in x:
        h = torch.tanh(x_t @ w_ih.T + h @ w_hh.T + bias)
        states.append(h)
    dout = draw.normal(length, batch, units, **options)
    return {"dout": dout, "x": x, "h_0": h_0, "output": torch.stack(states), "w_ih": w_ih, "w_hh": w_hh}


def one(name, given, visible=False, **options):
    (length, batch, features), units = given["x"].shape, given["h_0"].shape[1]
    return case(
        name,
        call("rnn_backward", into=GRADIENTS, gradients=True, **given),
        visible=visible,
        reduction=length * max(batch, features + units),
        **options,
    )


def cases(draw: Draw):
    yield by_hand(draw)
    yield one("three-steps", inputs(draw, 3, 4, 2, 5), visible=True)

    yield one("length-one", inputs(draw, 1, 5, 4, 3))
    yield one("size-one", inputs(draw, 4, 1, 1, 1))
    yield loss_at_the_end(draw)
    # What is transposed, or belongs to another step or sequence, has the right shape here.
    yield one("all-alike", inputs(draw, 3, 3, 3, 3))
    yield one("long", inputs(draw, 12, 2, 3, 4))
    yield one("memory-layouts", inputs(draw, 4, 5, 3, 2), layouts=("permuted", "strided", "offset"))
    yield one("float64", inputs(draw, 3, 2, 5, 4, dtype="float64"))


def by_hand(draw: Draw):
    def whole(*rows):
        return torch.tensor(rows, dtype=draw.dtype)

    given = {
        "dout": whole([[2]], [[2]]),
        "x": whole([[1]], [[3]]),
        "h_0": whole([-1]),
        "output": whole([[0.5]], [[0]]),
        "w_ih": whole([2]),
        "w_hh": whole([3]),
    }
    return one("by-hand", given, visible=True)


def loss_at_the_end(draw: Draw):
    """All that the first steps get comes through the steps after them."""
    given = inputs(draw, 4, 3, 2, 5)
    given["dout"][:-1] = 0
    return one("loss-at-the-end", given)
