"""Cases of bilstm: three results, both directions' parameters, with and without padding."""

import torch

from graders.authoring import Draw, backward, call, case, construct, load, parameters

RESULTS = ("output", "h_n", "c_n")
KINDS = ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
LEARNED = tuple(f"{kind}_l0{end}" for end in ("", "_reverse") for kind in KINDS)
WRT = ("x", *(f"bilstm.{name}" for name in LEARNED))


def made(draw: Draw, features: int, units: int):
    """The layer with random parameters, as after some training."""
    shapes = ((4 * units, features), (4 * units, units), (4 * units,), (4 * units,))
    values = {name: draw.normal(*shape, std=0.8) for name, shape in zip(LEARNED, 2 * shapes, strict=True)}
    return construct("BiLSTM", features, units, into="bilstm"), load("bilstm", **values)


def cases(draw: Draw):
    yield by_hand(draw)
    yield case("parameters", construct("BiLSTM", 5, 3, into="bilstm"), parameters("bilstm"), visible=True)
    yield both_directions(draw)

    yield different_lengths(draw)
    yield last_states(draw)
    yield length_one(draw)
    yield all_padded(draw)
    yield two_calls(draw)
    yield memory_layouts(draw)


def by_hand(draw: Draw):
    def whole(*rows):
        return torch.tensor(rows, dtype=draw.dtype)

    nothing = whole(0, 0, 0, 0)
    return case(
        "by-hand",
        construct("BiLSTM", 1, 1, into="bilstm"),
        load(
            "bilstm",
            weight_ih_l0=whole([0], [0], [1], [0]),
            weight_hh_l0=whole([0], [0], [2], [0]),
            bias_ih_l0=nothing,
            bias_hh_l0=nothing.clone(),
            weight_ih_l0_reverse=whole([0], [0], [2], [0]),
            weight_hh_l0_reverse=whole([0], [0], [-1], [0]),
            bias_ih_l0_reverse=nothing.clone(),
            bias_hh_l0_reverse=nothing.clone(),
        ),
        call("bilstm", x=whole([[1]], [[-1]]), into=RESULTS),
        visible=True,
        reduction=4,
    )


def both_directions(draw: Draw):
    return case(
        "both-directions",
        *made(draw, 5, 2),
        call("bilstm", x=draw.normal(4, 3, 5), into=RESULTS),
        backward("output", wrt=WRT),
        visible=True,
        reduction=40,
    )


def different_lengths(draw: Draw):
    return case(
        "different-lengths",
        *made(draw, 2, 4),
        call("bilstm", x=draw.normal(5, 3, 2), lengths=torch.tensor([2, 5, 1]), into=RESULTS),
        backward("output", wrt=WRT),
        visible=True,
        reduction=60,
    )


def last_states(draw: Draw):
    return case(
        "last-states",
        *made(draw, 2, 3),
        call("bilstm", x=draw.normal(4, 5, 2), lengths=torch.tensor([3, 4, 2, 1, 4]), into=RESULTS),
        backward("h_n", wrt=WRT, at="h_n"),
        backward("c_n", wrt=WRT, at="c_n"),
        reduction=60,
    )


def length_one(draw: Draw):
    return case(
        "length-one",
        *made(draw, 3, 2),
        call("bilstm", x=draw.normal(1, 4, 3), into=RESULTS),
        backward("output", wrt=WRT[:2]),
        reduction=16,
    )


def all_padded(draw: Draw):
    return case(
        "all-padded",
        *made(draw, 4, 3),
        call("bilstm", x=draw.normal(5, 2, 4), lengths=torch.tensor([2, 3]), into=RESULTS),
        reduction=40,
    )


def two_calls(draw: Draw):
    """The second call begins from zeros again."""
    return case(
        "two-calls",
        *made(draw, 2, 3),
        call("bilstm", x1=draw.normal(3, 4, 2), into=("output1", "h_n1", "c_n1")),
        call("bilstm", x2=draw.normal(2, 4, 2), into=("output2", "h_n2", "c_n2")),
        reduction=30,
    )


def memory_layouts(draw: Draw):
    return case(
        "memory-layouts",
        *made(draw, 3, 2),
        call("bilstm", x=draw.normal(4, 5, 3), lengths=torch.tensor([3, 1, 4, 2, 4]), into=RESULTS),
        reduction=30,
        layouts=("permuted", "strided", "offset"),
    )
