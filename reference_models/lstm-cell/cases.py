"""Cases of lstm-cell: batch, features and units never of one length, and both results looked at."""

import torch

from graders.authoring import Draw, backward, call, case, extreme

NAMES = ("x", "h", "c", "w_ih", "w_hh", "b_ih", "b_hh")


def inputs(draw: Draw, batch: int, features: int, units: int, **options):
    """Inputs for which no gate is always open or always shut."""
    return {
        "x": draw.normal(batch, features, **options),
        "h": draw.uniform(batch, units, low=-1.0, **options),
        "c": draw.normal(batch, units, **options),
        "w_ih": draw.normal(4 * units, features, **options),
        "w_hh": draw.normal(4 * units, units, **options),
        "b_ih": draw.normal(4 * units, **options),
        "b_hh": draw.normal(4 * units, **options),
    }


def step(given, number="", into=("h_new", "c_new")):
    """The call; a second one in the same case has labels of its own."""
    return call("lstm_cell", into=into, **{f"{name}{number}": given[name] for name in NAMES})


def one(name, given, visible=False, gradients=NAMES, **options):
    """One step, and the gradients of each result for what it was given."""
    steps = [step(given)]
    if gradients:
        # The cell state tells apart what the hidden state shows mixed with the output gate.
        steps += [backward("h_new", wrt=gradients, at="h_new"), backward("c_new", wrt=gradients, at="c_new")]
    longest = max(*given["x"].shape, given["x"].shape[1] + given["h"].shape[1], 4 * given["h"].shape[1])
    return case(name, *steps, visible=visible, reduction=longest, **options)


def cases(draw: Draw):
    yield by_hand(draw)
    yield one("one-step", inputs(draw, 3, 4, 2), visible=True)

    yield first_step(draw)
    yield one("size-one", inputs(draw, 1, 1, 1))
    yield one("wide-input", inputs(draw, 2, 7, 3))
    yield large_memory(draw)
    yield saturated(draw)
    yield one(
        "memory-layouts",
        inputs(draw, 4, 3, 2),
        gradients=(),
        layouts=("permuted", "strided", "offset"),
    )
    yield one("float64", inputs(draw, 2, 3, 4, dtype="float64"))


def by_hand(draw: Draw):
    def whole(*rows):
        return torch.tensor(rows, dtype=draw.dtype)

    given = {
        "x": whole([1, 2]),
        "h": whole([-1]),
        "c": whole([2]),
        "w_ih": whole([1, 1], [2, -1], [0, 1], [-1, 1]),
        "w_hh": whole([2], [-1], [1], [3]),
        "b_ih": whole(0, 1, 2, 1),
        "b_hh": whole(-1, -1, -1, 0),
    }
    return one("by-hand", given, visible=True, gradients=())


def first_step(draw: Draw):
    """Zeros hide what is wrong with the states' part of the result, so other cases take its gradient."""
    given = inputs(draw, 5, 3, 2)
    zeros = torch.zeros(5, 2, dtype=draw.dtype)
    given = {**given, "h": zeros, "c": zeros.clone()}
    return one("first-step", given, gradients=("x", "w_ih", "b_ih", "b_hh"))


def large_memory(draw: Draw):
    """The cell state may grow; only what is shown lies between −1 and 1."""
    given = inputs(draw, 3, 2, 4)
    return one("large-memory", {**given, "c": 8 * given["c"].sign() + given["c"]}, gradients=())


def saturated(draw: Draw):
    """Each z is far beyond the range of exp, and of either sign whatever is drawn."""
    plain, far = inputs(draw, 2, 1, 2), inputs(draw, 2, 1, 2)
    far["x"] = draw.extreme(2, 1).abs() * torch.tensor([[1], [-1]], dtype=draw.dtype)
    far["w_ih"] = far["w_ih"].sign() + 0.1 * far["w_ih"]
    return case(
        "saturated",
        step(plain, "1", into=("shown1", "cell1")),
        step(far, "2", into=("shown2", "cell2")),
        backward("shown2", wrt=[f"{name}2" for name in NAMES]),
        extreme("shown2", "cell2"),
        reduction=8,
    )
