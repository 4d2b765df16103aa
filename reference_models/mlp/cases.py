"""Cases of mlp: known parameters, by which no hidden unit comes near the kink of ReLU."""

import torch

from graders.authoring import Draw, backward, call, case, construct, load, parameters


def filled(draw: Draw, sizes):
    """Halves for weights and whole inputs; each layer's bias has a finer odd part, so no sum is 0."""
    values = {}
    for number, (inputs, outputs) in enumerate(zip(sizes, sizes[1:])):
        odd = 2 * draw.integer_tensor(outputs, low=-3, high=4, dtype="float32") + 1
        weight = draw.integer_tensor(outputs, inputs, low=-3, high=4, dtype="float32")
        values[f"layers__{number}__weight"] = weight / 2
        values[f"layers__{number}__bias"] = odd / 4 ** (number + 1)
    return values


def one(draw: Draw, name, sizes, batch, visible=False, layouts=()):
    values = filled(draw, sizes)
    learned = [f"net.{key.replace('__', '.')}" for key in values]
    return case(
        name,
        construct("MLP", sizes, into="net"),
        load("net", **values),
        call("net", x=draw.integer_tensor(*batch, sizes[0], low=-4, high=5, dtype="float32")),
        backward("y", wrt=("x", *learned)),
        visible=visible,
        layouts=layouts,
        reduction=64,
    )


def cases(draw: Draw):
    yield by_hand(draw)
    yield one(draw, "three-layers", [3, 5, 4, 2], (6,), visible=True)
    yield case(
        "what-is-learned",
        construct("MLP", [4, 6, 3], into="net"),
        parameters("net"),
        construct("MLP", [3, 3, 3, 3], into="even"),
        parameters("even"),
        visible=True,
    )

    yield one(draw, "single-layer", [4, 3], (5,))
    yield one(draw, "equal-widths", [3, 3, 3, 3], (4,))
    yield one(draw, "narrow", [1, 1, 1], (7,))
    yield one(draw, "sequences", [4, 5, 3], (2, 3))
    yield one(draw, "single-vector", [3, 4, 5], ())
    yield one(draw, "not-contiguous", [4, 3, 2], (3, 2), layouts=("permuted", "strided", "offset"))


def by_hand(draw: Draw):
    values = {
        "layers__0__weight": [[1, -1], [2, 1]],
        "layers__0__bias": [0, -3],
        "layers__1__weight": [[2, -1]],
        "layers__1__bias": [3],
    }
    return case(
        "by-hand",
        construct("MLP", [2, 2, 1], into="net"),
        load("net", **{key: torch.tensor(value, dtype=draw.dtype) for key, value in values.items()}),
        call("net", x=torch.tensor([[1, 6], [3, 1]], dtype=draw.dtype)),
        visible=True,
        reduction=2,
    )
