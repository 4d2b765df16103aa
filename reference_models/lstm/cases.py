"""Cases of lstm: length, batch, features and units of different lengths, but for one case of one width."""

import torch

from graders.authoring import Draw, backward, call, case, construct, load, parameters

RESULTS = ("output", "h_n", "c_n")


def names(layers: int):
    kinds = ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
    return [f"{kind}_l{k}" for k in range(layers) for kind in kinds]


def learned(draw: Draw, features: int, units: int, layers: int = 1):
    """Random parameters, as after some training."""
    values = {}
    for k in range(layers):
        values[f"weight_ih_l{k}"] = draw.normal(4 * units, features if k == 0 else units)
        values[f"weight_hh_l{k}"] = draw.normal(4 * units, units)
        values[f"bias_ih_l{k}"] = draw.normal(4 * units)
        values[f"bias_hh_l{k}"] = draw.normal(4 * units)
    return load("lstm", **values)


def states(draw: Draw, *shape: int):
    """States that some earlier sequence might have left."""
    return {"h_0": draw.uniform(*shape, low=-1.0), "c_0": draw.normal(*shape)}


def wrt(*inputs: str, layers: int = 1):
    return (*inputs, *(f"lstm.{name}" for name in names(layers)))


def cases(draw: Draw):
    yield by_hand(draw)
    yield one_layer(draw)
    yield the_parameters(draw)

    yield batch_first(draw)
    yield initial_states(draw)
    yield three_layers(draw)
    yield layers_of_one_width(draw)
    yield length_one(draw)
    yield last_states(draw)
    yield two_sequences(draw)
    yield memory_layouts(draw)


def by_hand(draw: Draw):
    def whole(*rows):
        return torch.tensor(rows, dtype=draw.dtype)

    return case(
        "by-hand",
        construct("LSTM", 1, 1, batch_first=True, into="lstm"),
        load(
            "lstm",
            weight_ih_l0=whole([0], [0], [1], [0]),
            weight_hh_l0=whole([0], [0], [2], [0]),
            bias_ih_l0=whole(0, 0, 0, 0),
            bias_hh_l0=whole(0, 0, 0, 0),
        ),
        call("lstm", x=whole([[1], [0]]), into=RESULTS),
        visible=True,
        reduction=4,
    )


def one_layer(draw: Draw):
    return case(
        "one-layer",
        construct("LSTM", 3, 2, into="lstm"),
        learned(draw, 3, 2),
        call("lstm", x=draw.normal(4, 5, 3), into=RESULTS),
        backward("output", wrt=wrt("x")),
        visible=True,
        reduction=40,
    )


def the_parameters(draw: Draw):
    return case(
        "parameters",
        construct("LSTM", 5, 3, num_layers=2, into="lstm"),
        parameters("lstm"),
        visible=True,
    )


def batch_first(draw: Draw):
    return case(
        "batch-first",
        construct("LSTM", 3, 4, batch_first=True, into="lstm"),
        learned(draw, 3, 4),
        call("lstm", x=draw.normal(2, 5, 3), into=RESULTS),
        backward("output", wrt=wrt("x")),
        reduction=40,
    )


def initial_states(draw: Draw):
    return case(
        "initial-states",
        construct("LSTM", 4, 2, into="lstm"),
        learned(draw, 4, 2),
        call("lstm", x=draw.normal(3, 5, 4), **states(draw, 1, 5, 2), into=RESULTS),
        backward("output", wrt=wrt("x", "h_0", "c_0")),
        reduction=40,
    )


def three_layers(draw: Draw):
    """Every layer, also the second and the third, has weights and first states of its own."""
    return case(
        "three-layers",
        construct("LSTM", 5, 2, num_layers=3, batch_first=True, into="lstm"),
        learned(draw, 5, 2, layers=3),
        call("lstm", x=draw.normal(2, 4, 5), **states(draw, 3, 2, 2), into=RESULTS),
        backward("output", wrt=wrt("x", "h_0", "c_0", layers=3), at="output"),
        backward("h_n", wrt=wrt("x", "h_0", "c_0", layers=3), at="h_n"),
        reduction=60,
    )


def layers_of_one_width(draw: Draw):
    """A layer that reads the input in place of the layer below has the right shapes here."""
    return case(
        "layers-of-one-width",
        construct("LSTM", 3, 3, num_layers=2, into="lstm"),
        learned(draw, 3, 3, layers=2),
        call("lstm", x=draw.normal(4, 2, 3), into=RESULTS),
        reduction=20,
    )


def length_one(draw: Draw):
    return case(
        "length-one",
        construct("LSTM", 2, 3, into="lstm"),
        learned(draw, 2, 3),
        call("lstm", x=draw.normal(1, 4, 2), **states(draw, 1, 4, 3), into=RESULTS),
        backward("c_n", wrt=("x", "h_0", "c_0")),
        reduction=16,
    )


def last_states(draw: Draw):
    return case(
        "last-states",
        construct("LSTM", 2, 4, into="lstm"),
        learned(draw, 2, 4),
        call("lstm", x=draw.normal(5, 3, 2), into=RESULTS),
        backward("h_n", wrt=wrt("x"), at="h_n"),
        backward("c_n", wrt=("x", "lstm.weight_ih_l0"), at="c_n"),
        reduction=60,
    )


def two_sequences(draw: Draw):
    """The second call begins from zeros again."""
    return case(
        "two-sequences",
        construct("LSTM", 2, 3, into="lstm"),
        learned(draw, 2, 3),
        call("lstm", x1=draw.normal(3, 4, 2), into=("output1", "h_n1", "c_n1")),
        call("lstm", x2=draw.normal(5, 4, 2), into=("output2", "h_n2", "c_n2")),
        reduction=20,
    )


def memory_layouts(draw: Draw):
    return case(
        "memory-layouts",
        construct("LSTM", 3, 2, into="lstm"),
        learned(draw, 3, 2),
        call("lstm", x=draw.normal(4, 5, 3), **states(draw, 1, 5, 2), into=RESULTS),
        reduction=20,
        layouts=("permuted", "strided", "offset"),
    )
