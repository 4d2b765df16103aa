"""Cases of bottleneck-block: both kinds of shortcut, in training and in evaluation."""

import torch
import torch.nn.functional as F

from graders.authoring import Draw, backward, call, case, construct, evaluate, load, parameters, read

MAIN = tuple(f"{part}.weight" for part in ("conv1", "bn1", "conv2", "bn2", "conv3", "bn3"))
SHIFTS = ("bn1.bias", "bn2.bias", "bn3.bias")
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


def norms(channels: int, projected: bool) -> dict[str, int]:
    """Every batch normalization with the number of its channels."""
    found = {"bn1": channels, "bn2": channels, "bn3": 4 * channels}
    return found | {"downsample.1": 4 * channels} if projected else found


def values(draw: Draw, in_channels: int, channels: int, projected: bool) -> dict[str, torch.Tensor]:
    """Weights and scales as after some training, by name."""
    found = {
        "conv1.weight": kernel(draw, channels, in_channels, 1),
        "conv2.weight": kernel(draw, channels, channels, 3),
        "conv3.weight": kernel(draw, 4 * channels, channels, 1),
    }
    if projected:
        found["downsample.0.weight"] = kernel(draw, 4 * channels, in_channels, 1)
    for norm, size in norms(channels, projected).items():
        found[norm + ".weight"] = draw.uniform(size, low=0.6, high=1.6)
        found[norm + ".bias"] = draw.normal(size, std=0.5)
    return found


def running(draw: Draw, channels: int) -> dict[str, torch.Tensor]:
    found = {}
    for norm, size in norms(channels, projected=True).items():
        found[norm + ".running_mean"] = draw.normal(size, std=0.5)
        found[norm + ".running_var"] = draw.uniform(size, low=0.5, high=2.0)
    return found


def kernel(draw: Draw, out: int, channels: int, size: int) -> torch.Tensor:
    return draw.normal(out, channels, size, size, std=(2 / (channels * size * size)) ** 0.5)


def loaded(found: dict[str, torch.Tensor]):
    return load("block", **found)


def in_training(draw: Draw, shape: tuple[int, ...], channels: int, stride: int, projected: bool):
    """An input and weights with which no number before a ReLU lies near 0: drawn until it is so."""
    while True:
        x, found = draw.normal(*shape), values(draw, shape[1], channels, projected)
        if clearance(x, found, stride) > CLEAR:
            return x, loaded(found)


def clearance(x: torch.Tensor, found: dict[str, torch.Tensor], stride: int) -> float:
    """The least magnitude of a number before one of the three ReLUs, in training."""
    value = {name: tensor.double() for name, tensor in found.items()}

    def normed(y: torch.Tensor, norm: str) -> torch.Tensor:
        scale, shift = value[norm + ".weight"], value[norm + ".bias"]
        return F.batch_norm(y, None, None, scale, shift, training=True)

    x = x.double()
    first = normed(F.conv2d(x, value["conv1.weight"]), "bn1")
    second = normed(F.conv2d(first.relu(), value["conv2.weight"], stride=stride, padding=1), "bn2")
    total = normed(F.conv2d(second.relu(), value["conv3.weight"]), "bn3")
    if "downsample.0.weight" in value:
        x = normed(F.conv2d(x, value["downsample.0.weight"], stride=stride), "downsample.1")
    return min(before.abs().min().item() for before in (first, second, total + x))


def by_hand(draw: Draw):
    def tensor(numbers: list[float], *shape: int) -> torch.Tensor:
        return torch.tensor(numbers, dtype=draw.dtype).reshape(shape)

    middle = torch.zeros(1, 1, 3, 3, dtype=draw.dtype)
    middle[0, 0, 1, 1] = 2
    return case(
        "by-hand",
        construct("BottleneckBlock", 4, 1, into="block"),
        load(
            "block",
            conv1__weight=tensor([1, 2, 0, -1], 1, 4, 1, 1),
            conv2__weight=middle,
            conv3__weight=tensor([1, -1, 2, -1], 4, 1, 1, 1),
        ),
        evaluate("block"),
        call("block", x=tensor([1, 2, 0, 3], 1, 4, 1, 1)),
        visible=True,
        reduction=9,
    )


def names_and_shapes():
    return case(
        "names-and-shapes",
        construct("BottleneckBlock", 8, 2, into="same"),
        parameters("same"),
        construct("BottleneckBlock", 3, 2, stride=2, into="narrowed"),
        parameters("narrowed"),
        construct("BottleneckBlock", 4, 1, stride=2, into="halved"),
        parameters("halved"),
        construct("BottleneckBlock", 3, 3, into="widened"),
        parameters("widened"),
        visible=True,
    )


def identity_shortcut(draw: Draw):
    x, weights = in_training(draw, (2, 8, 2, 3), 2, 1, projected=False)
    return case(
        "identity-shortcut",
        construct("BottleneckBlock", 8, 2, into="block"),
        weights,
        call("block", x=x),
        backward("y", wrt=("x", *(f"block.{name}" for name in (*MAIN, *SHIFTS)))),
        visible=True,
        reduction=18,
    )


def projection(draw: Draw):
    x, weights = in_training(draw, (2, 3, 5, 3), 2, 2, projected=True)
    return case(
        "projection",
        construct("BottleneckBlock", 3, 2, stride=2, into="block"),
        weights,
        call("block", x=x),
        backward("y", wrt=("x", *(f"block.{name}" for name in (*MAIN, *SHIFTS, *PROJECTION)))),
        reduction=18,
    )


def stride_alone(draw: Draw):
    return case(
        "stride-alone",
        construct("BottleneckBlock", 8, 2, stride=2, into="block"),
        loaded(values(draw, 8, 2, projected=True)),
        call("block", x=draw.normal(2, 8, 4, 5)),
        reduction=18,
    )


def channels_alone(draw: Draw):
    return case(
        "channels-alone",
        construct("BottleneckBlock", 3, 3, into="block"),
        loaded(values(draw, 3, 3, projected=True)),
        call("block", x=draw.normal(2, 3, 2, 5)),
        reduction=27,
    )


def stride_three(draw: Draw):
    return case(
        "stride-three",
        construct("BottleneckBlock", 1, 2, stride=3, into="block"),
        loaded(values(draw, 1, 2, projected=True)),
        call("block", x=draw.normal(2, 1, 7, 5)),
        reduction=18,
    )


def evaluation(draw: Draw):
    """Each of the four normalizations has means and variances of its own."""
    return case(
        "evaluation",
        construct("BottleneckBlock", 3, 2, stride=2, into="block"),
        loaded(values(draw, 3, 2, projected=True) | running(draw, 2)),
        evaluate("block"),
        call("block", x=draw.normal(2, 3, 5, 3)),
        reduction=18,
    )


def statistics(draw: Draw):
    names = [f"{norm}.{what}" for norm in norms(2, True) for what in ("running_mean", "running_var")]
    return case(
        "statistics",
        construct("BottleneckBlock", 3, 2, stride=2, into="block"),
        loaded(values(draw, 3, 2, projected=True)),
        call("block", x=draw.normal(3, 3, 4, 3, mean=0.5)),
        read("block", *names),
        reduction=18,
    )
