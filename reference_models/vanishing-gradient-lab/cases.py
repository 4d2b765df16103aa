"""Cases of vanishing-gradient-lab: each activation, each remedy, and both remedies at once."""

import torch

from graders.authoring import Draw, call, case, fails

# What a number before a ReLU keeps away from 0: rounding must not turn its sign, and with it a gradient.
CLEAR = 1e-3
# What a batch norm divides by: close to 0 it makes much of rounding, and so does every layer after it.
SPREAD = 0.05


def cases(draw: Draw):
    yield by_hand(draw)
    yield sigmoid(draw)

    yield relu(draw)
    yield tanh(draw)
    yield shortcuts(draw)
    yield normalised(draw)
    yield everything(draw)
    yield one_layer(draw)
    yield transposed(draw)
    yield unknown_activation(draw)


def network(draw: Draw, rows: int, size: int, layers: int, gain: float = 1.0):
    """Inputs and weights; with a gain of 1 a linear network would keep the size of its numbers."""
    return draw.normal(rows, size), draw.normal(layers, size, size, std=gain * size**-0.5)


def clear(draw: Draw, rows: int, size: int, layers: int, gain: float, batch_norm: bool, residual: bool):
    """The same for ReLU: drawn until no number before one lies near 0, and every layer lets some through."""
    while True:
        x, weights = network(draw, rows, size, layers, gain)
        h, least, alive = x.double(), 1.0, True
        for weight in weights.double():
            a = h @ weight.T
            if batch_norm:
                a = (a - a.mean(dim=0)) / (a.var(dim=0, correction=0) + 1e-5).sqrt()
            least, alive = min(least, a.abs().min().item()), alive and bool((a > 0).any())
            h = a.relu() + h if residual else a.relu()
        if least > CLEAR and alive:
            return x, weights


def by_hand(draw: Draw):
    x, weights = torch.tensor([[1]], dtype=draw.dtype), torch.tensor([2, 1, 3], dtype=draw.dtype)
    weights = weights.reshape(3, 1, 1)
    return case(
        "by-hand",
        call("gradient_norms", x1=x, weights1=weights, into="plain"),
        call("gradient_norms", x2=x.clone(), weights2=weights.clone(), residual=True, into="shortcuts"),
        visible=True,
    )


def sigmoid(draw: Draw):
    x, weights = network(draw, 5, 4, 8)
    return case(
        "sigmoid",
        call("gradient_norms", x=x, weights=weights, activation="sigmoid"),
        visible=True,
        reduction=32,
    )


def relu(draw: Draw):
    x, weights = clear(draw, 4, 3, 5, 3.0, batch_norm=False, residual=False)
    return case("relu", call("gradient_norms", x=x, weights=weights), reduction=32)


def tanh(draw: Draw):
    x, weights = network(draw, 3, 5, 4, gain=2.0)
    return case("tanh", call("gradient_norms", x=x, weights=weights, activation="tanh"), reduction=32)


def shortcuts(draw: Draw):
    x, weights = network(draw, 4, 3, 6)
    return case(
        "shortcuts",
        call("gradient_norms", x=x, weights=weights, activation="tanh", residual=True),
        reduction=32,
    )


def spread(draw: Draw, rows: int, size: int, layers: int):
    """The same for a batch norm between sigmoids: drawn until every feature of every layer varies enough."""
    while True:
        x, weights = network(draw, rows, size, layers)
        h, least = x.double(), 1.0
        for weight in weights.double():
            a = h @ weight.T
            deviation = (a.var(dim=0, correction=0) + 1e-5).sqrt()
            least = min(least, deviation.min().item())
            h = torch.sigmoid((a - a.mean(dim=0)) / deviation)
        if least > SPREAD:
            return x, weights


def normalised(draw: Draw):
    x, weights = spread(draw, 7, 3, 3)
    return case(
        "normalised",
        call("gradient_norms", x=x, weights=weights, activation="sigmoid", batch_norm=True),
        reduction=64,
    )


def everything(draw: Draw):
    x, weights = clear(draw, 6, 3, 4, 1.0, batch_norm=True, residual=True)
    return case(
        "everything",
        call("gradient_norms", x=x, weights=weights, activation="relu", batch_norm=True, residual=True),
        reduction=64,
    )


def one_layer(draw: Draw):
    x, weights = network(draw, 1, 3, 1)
    return case("one-layer", call("gradient_norms", x=x, weights=weights, activation="tanh"), reduction=9)


def transposed(draw: Draw):
    x, weights = network(draw, 2, 4, 3)
    return case(
        "transposed",
        call("gradient_norms", x=x, weights=weights.transpose(1, 2), activation="tanh"),
        reduction=16,
    )


def unknown_activation(draw: Draw):
    x, weights = network(draw, 2, 3, 2)
    return case(
        "unknown-activation",
        fails(call("gradient_norms", x=x, weights=weights, activation="gelu"), "ValueError"),
    )
