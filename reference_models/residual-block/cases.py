"""Cases of residual-block: both kinds of shortcut, in training and in evaluation."""

import torch
import torch.nn.functional as F

from graders.authoring import Draw, backward, call, case, construct, evaluate, load, parameters, read

MAIN = ("conv1.weight", "bn1.weight", "bn1.bias", "conv2.weight", "bn2.weight", "bn2.bias")
PROJECTION = ("downsample.0.weight", "downsample.1.weight", "downsample.1.bias")
# What a number before a ReLU keeps away from 0: rounding must not turn its sign, and with it a gradient.
CLEAR = 1e-3


def cases(draw: Draw):
    yield by_hand(draw)
    yield names_and_shapes()
    yield identity_shortcut(draw)

    yield projection(draw)
    yield stride_alone(draw)
    yield channels_alone(draw)
    yield stride_three(draw)
    yield evaluation(draw)
    yield statistics(draw)


def values(draw: Draw, channels: int, out: int, projected: bool) -> dict[str, torch.Tensor]:
    """Weights and scales as after some training, by name."""
    found = {"conv1.weight": kernel(draw, out, channels, 3), "conv2.weight": kernel(draw, out, out, 3)}
    norms = ["bn1", "bn2"]
    if projected:
        found["downsample.0.weight"] = kernel(draw, out, channels, 1)
        norms.append("downsample.1")
    for norm in norms:
        found[norm + ".weight"] = draw.uniform(out, low=0.6, high=1.6)
        found[norm + ".bias"] = draw.normal(out, std=0.5)
    return found


def running(draw: Draw, out: int, projected: bool) -> dict[str, torch.Tensor]:
    found = {}
    for norm in ("bn1", "bn2", "downsample.1") if projected else ("bn1", "bn2"):
        found[norm + ".running_mean"] = draw.normal(out, std=0.5)
        found[norm + ".running_var"] = draw.uniform(out, low=0.5, high=2.0)
    return found


def kernel(draw: Draw, out: int, channels: int, size: int) -> torch.Tensor:
    return draw.normal(out, channels, size, size, std=(2 / (channels * size * size)) ** 0.5)


def loaded(found: dict[str, torch.Tensor]):
    return load("block", **found)


def in_training(draw: Draw, shape: tuple[int, ...], out: int, stride: int, projected: bool):
    """An input and weights with which no number before a ReLU lies near 0: drawn until it is so."""
    while True:
        x, found = draw.normal(*shape), values(draw, shape[1], out, projected)
        if clearance(x, found, stride) > CLEAR:
            return x, loaded(found)


def clearance(x: torch.Tensor, found: dict[str, torch.Tensor], stride: int) -> float:
    """The least magnitude of a number before one of the two ReLUs, in training."""
    value = {name: tensor.double() for name, tensor in found.items()}

    def normed(y: torch.Tensor, norm: str) -> torch.Tensor:
        scale, shift = value[norm + ".weight"], value[norm + ".bias"]
        return F.batch_norm(y, None, None, scale, shift, training=True)

    x = x.double()
    before = normed(F.conv2d(x, value["conv1.weight"], stride=stride, padding=1), "bn1")
    total = normed(F.conv2d(before.relu(), value["conv2.weight"], padding=1), "bn2")
    if "downsample.0.weight" in value:
        x = normed(F.conv2d(x, value["downsample.0.weight"], stride=stride), "downsample.1")
    return min(before.abs().min().item(), (total + x).abs().min().item())


def by_hand(draw: Draw):
    weight = torch.zeros(1, 1, 3, 3, dtype=draw.dtype)
    weight[0, 0, 1] = torch.tensor([1, 1, -1])
    return case(
        "by-hand",
        construct("ResidualBlock", 1, 1, into="block"),
        load("block", conv1__weight=weight, conv2__weight=weight.clone()),
        evaluate("block"),
        call("block", x=torch.tensor([[[[1, 3]]]], dtype=draw.dtype)),
        visible=True,
        reduction=9,
    )


def names_and_shapes():
    return case(
        "names-and-shapes",
        construct("ResidualBlock", 3, 3, into="same"),
        parameters("same"),
        construct("ResidualBlock", 3, 5, stride=2, into="narrowed"),
        parameters("narrowed"),
        construct("ResidualBlock", 4, 4, stride=2, into="halved"),
        parameters("halved"),
        visible=True,
    )


def identity_shortcut(draw: Draw):
    x, weights = in_training(draw, (2, 3, 4, 3), 3, 1, projected=False)
    return case(
        "identity-shortcut",
        construct("ResidualBlock", 3, 3, into="block"),
        weights,
        call("block", x=x),
        backward("y", wrt=("x", *(f"block.{name}" for name in MAIN))),
        visible=True,
        reduction=27,
    )


def projection(draw: Draw):
    x, weights = in_training(draw, (3, 2, 5, 4), 4, 2, projected=True)
    return case(
        "projection",
        construct("ResidualBlock", 2, 4, stride=2, into="block"),
        weights,
        call("block", x=x),
        backward("y", wrt=("x", *(f"block.{name}" for name in (*MAIN, *PROJECTION)))),
        reduction=36,
    )


def stride_alone(draw: Draw):
    return case(
        "stride-alone",
        construct("ResidualBlock", 3, 3, stride=2, into="block"),
        loaded(values(draw, 3, 3, projected=True)),
        call("block", x=draw.normal(2, 3, 4, 7)),
        reduction=27,
    )


def channels_alone(draw: Draw):
    return case(
        "channels-alone",
        construct("ResidualBlock", 4, 2, into="block"),
        loaded(values(draw, 4, 2, projected=True)),
        call("block", x=draw.normal(3, 4, 2, 5)),
        reduction=36,
    )


def stride_three(draw: Draw):
    return case(
        "stride-three",
        construct("ResidualBlock", 1, 3, stride=3, into="block"),
        loaded(values(draw, 1, 3, projected=True)),
        call("block", x=draw.normal(2, 1, 7, 5)),
        reduction=27,
    )


def evaluation(draw: Draw):
    """Each of the three normalizations has means and variances of its own."""
    return case(
        "evaluation",
        construct("ResidualBlock", 2, 3, stride=2, into="block"),
        loaded(values(draw, 2, 3, projected=True) | running(draw, 3, projected=True)),
        evaluate("block"),
        call("block", x=draw.normal(2, 2, 5, 3)),
        reduction=27,
    )


def statistics(draw: Draw):
    return case(
        "statistics",
        construct("ResidualBlock", 2, 3, stride=2, into="block"),
        loaded(values(draw, 2, 3, projected=True)),
        call("block", x=draw.normal(3, 2, 4, 3, mean=0.5)),
        read("block", *(f"{norm}.running_mean" for norm in ("bn1", "bn2", "downsample.1"))),
        read("block", *(f"{norm}.running_var" for norm in ("bn1", "bn2", "downsample.1"))),
        reduction=27,
    )
