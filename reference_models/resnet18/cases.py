"""Cases of resnet18: shapes at full width, values in a network of width 2, by stages and as a whole."""

import torch

from graders.authoring import Draw, call, case, construct, evaluate, load, parameters, read

WIDTH = 2
# What every channel does, whatever the image: 1 stays positive, -1 negative, 0 is left to the draw.
LIVES = (1, 0)
CHANGES = (1, -1)
PASSES = (1, 1)


def cases(draw: Draw):
    yield by_hand()
    yield stages(draw)

    yield stage_in_training(draw)
    yield network(draw)
    yield wide_image(draw)


def signs(first: tuple[int, ...], size: int) -> torch.Tensor:
    """``first``, and then channels that live and free ones in turn."""
    found = torch.tensor([1, 0] * size)[:size]
    found[: len(first)] = torch.tensor(first)[:size]
    return found


def forced(values: torch.Tensor, sign: torch.Tensor) -> torch.Tensor:
    sign = sign.view(-1, *[1] * (values.ndim - 1))
    return torch.where(sign == 0, values, sign * values.abs())


def layer(draw: Draw, conv: str, norm: str, shape: tuple[int, ...], first: tuple[int, ...]):
    """A convolution and its normalization, after a ReLU: what comes in is never negative."""
    sign, sources = signs(first, shape[0]), shape[1] * shape[2] * shape[3]
    weight = forced(draw.normal(*shape, std=(2 / sources) ** 0.5), sign)
    weight[sign != 0] /= sources**0.5
    return {
        conv + ".weight": weight,
        norm + ".weight": draw.uniform(shape[0], low=0.3, high=0.9),
        norm + ".bias": forced(draw.normal(shape[0], std=0.3), sign),
        norm + ".running_mean": forced(draw.normal(shape[0], std=0.3), -sign),
        norm + ".running_var": draw.uniform(shape[0], low=0.5, high=2.0),
    }


def stage(draw: Draw, number: int, blocks: int = 2) -> dict[str, torch.Tensor]:
    out = WIDTH * 2 ** (number - 1)
    before = out if number == 1 else out // 2
    found = {}
    for block in range(blocks):
        name = f"layer{number}.{block}."
        found |= layer(draw, name + "conv1", name + "bn1", (out, before, 3, 3), LIVES)
        found |= layer(draw, name + "conv2", name + "bn2", (out, out, 3, 3), CHANGES)
        if before != out:
            projection = name + "downsample."
            found |= layer(draw, projection + "0", projection + "1", (out, before, 1, 1), PASSES)
        before = out
    return found


def whole(draw: Draw):
    found = layer(draw, "conv1", "bn1", (WIDTH, 3, 7, 7), LIVES)
    for number in (1, 2, 3, 4):
        found |= stage(draw, number)
    found |= {"fc.weight": draw.normal(5, 8 * WIDTH, std=0.3), "fc.bias": draw.normal(5)}
    return load("net", **found)


def narrow():
    return construct("ResNet18", 5, WIDTH, into="net")


def by_hand():
    return case("by-hand", construct("ResNet18", into="net", meta=True), parameters("net"), visible=True)


def stages(draw: Draw):
    found: dict[str, torch.Tensor] = {}
    for number in (1, 2, 3, 4):
        found |= stage(draw, number)
    return case(
        "stages",
        narrow(),
        parameters("net"),
        load("net", **found),
        evaluate("net"),
        call("net.layer1", x1=draw.uniform(2, 2, 3, 4), into="y1"),
        call("net.layer2", x2=draw.uniform(2, 2, 5, 4), into="y2"),
        call("net.layer3", x3=draw.uniform(2, 4, 4, 3), into="y3"),
        call("net.layer4", x4=draw.uniform(2, 8, 3, 5), into="y4"),
        visible=True,
        reduction=144,
    )


def stage_in_training(draw: Draw):
    norms = ("layer2.0.bn1", "layer2.0.downsample.1", "layer2.1.bn2")
    names = [f"{norm}.{what}" for norm in norms for what in ("running_mean", "running_var")]
    return case(
        "stage-in-training",
        narrow(),
        load("net", **stage(draw, 2)),
        call("net.layer2", h=draw.normal(3, 2, 6, 5)),
        read("net", *names),
        reduction=36,
    )


def network(draw: Draw):
    return case(
        "network",
        narrow(),
        whole(draw),
        evaluate("net"),
        call("net", x=draw.uniform(2, 3, 32, 32)),
        reduction=147,
    )


def wide_image(draw: Draw):
    """Two by three places are left at the end: their mean is not any one of them."""
    return case(
        "wide-image",
        narrow(),
        whole(draw),
        evaluate("net"),
        call("net", x=draw.uniform(1, 3, 41, 79)),
        reduction=147,
    )
