"""Cases of gru-cell: batch, features and units of different lengths."""

import torch

from graders.authoring import Draw, backward, call, case, extreme

NAMES = ("x", "h", "w_ih", "w_hh", "b_ih", "b_hh")


def inputs(draw: Draw, batch: int, features: int, units: int, **options):
    """Inputs for which no gate is always open or always shut."""
    return {
        "x": draw.normal(batch, features, **options),
        "h": draw.uniform(batch, units, low=-1.0, **options),
        "w_ih": draw.normal(3 * units, features, **options),
        "w_hh": draw.normal(3 * units, units, **options),
        "b_ih": draw.normal(3 * units, **options),
        "b_hh": draw.normal(3 * units, **options),
    }


def step(given, number="", into="h_new"):
    """The call; a second one in the same case has labels of its own."""
    return call("gru_cell", into=into, **{f"{name}{number}": given[name] for name in NAMES})


def one(name, given, visible=False, gradients=NAMES, **options):
    """One step, and the gradients for what it was given."""
    steps = [step(given)]
    if gradients:
        steps.append(backward("h_new", wrt=gradients))
    (batch, features), units = given["x"].shape, given["h"].shape[1]
    return case(name, *steps, visible=visible, reduction=max(batch, features + 3 * units), **options)


def cases(draw: Draw):
    yield by_hand(draw)
    yield one("one-step", inputs(draw, 3, 4, 2), visible=True)

    yield first_step(draw)
    yield one("size-one", inputs(draw, 1, 1, 1))
    yield one("wide-input", inputs(draw, 2, 7, 3))
    yield large_state(draw)
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
        "h": whole([2]),
        "w_ih": whole([1, -1], [2, -1], [1, 0]),
        "w_hh": whole([1], [1], [2]),
        "b_ih": whole(-2, 0, -2),
        "b_hh": whole(1, -1, 2),
    }
    return one("by-hand", given, visible=True, gradients=())


def first_step(draw: Draw):
    """Zeros hide what is wrong with the state's part of the result, so other cases take its gradient."""
    given = inputs(draw, 5, 3, 2)
    zeros = torch.zeros(5, 2, dtype=draw.dtype)
    return one("first-step", {**given, "h": zeros}, gradients=("x", "w_ih", "b_ih", "b_hh"))


def large_state(draw: Draw):
    """What is kept is kept as it is, beyond −1 and 1 too: a small w_hh leaves the update gate half open."""
    given = inputs(draw, 3, 2, 4)
    h = 8 * given["h"].sign() + given["h"]
    return one("large-state", {**given, "h": h, "w_hh": 0.05 * given["w_hh"]}, gradients=())


def saturated(draw: Draw):
    """Each sum is far beyond the range of exp, and of either sign whatever is drawn."""
    plain, far = inputs(draw, 2, 1, 2), inputs(draw, 2, 1, 2)
    far["x"] = draw.extreme(2, 1).abs() * torch.tensor([[1], [-1]], dtype=draw.dtype)
    far["w_ih"] = far["w_ih"].sign() + 0.1 * far["w_ih"]
    return case(
        "saturated",
        step(plain, "1", into="ordinary"),
        step(far, "2", into="far"),
        backward("far", wrt=[f"{name}2" for name in NAMES]),
        extreme("far"),
        reduction=8,
    )
