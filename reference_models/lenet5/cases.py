"""Cases of lenet5: names and shapes at full width, values in a network of half the width."""

import torch

from graders.authoring import Draw, backward, call, case, construct, load, parameters

WIDTH = 3
SHAPES = {
    "conv1": (3, 1, 5, 5),
    "conv2": (8, 3, 5, 5),
    "fc1": (60, 200),
    "fc2": (42, 60),
    "fc3": (4, 42),
}


def cases(draw: Draw):
    yield by_hand()
    yield narrow(draw)

    yield full_width(draw)
    yield wide()
    yield single_image(draw)
    yield gradients(draw)
    yield bright(draw)
    yield not_dense(draw)


def weights(draw: Draw) -> dict[str, torch.Tensor]:
    """Large enough that tanh bends, small enough that it is not flat."""
    found = {}
    for name, shape in SHAPES.items():
        sources = torch.Size(shape[1:]).numel()
        found[name + ".weight"] = draw.normal(*shape, std=1.5 * sources**-0.5)
        found[name + ".bias"] = draw.normal(shape[0], std=0.5)
    return found


def network(draw: Draw):
    return construct("LeNet5", 4, WIDTH, into="net"), load("net", **weights(draw))


def by_hand():
    return case("by-hand", construct("LeNet5", into="net"), parameters("net"), visible=True)


def narrow(draw: Draw):
    return case(
        "narrow",
        *network(draw),
        call("net", x=draw.normal(2, 1, 32, 32)),
        visible=True,
        reduction=400,
    )


def full_width(draw: Draw):
    """Without weights in the last layer its biases are the scores, whatever the others have drawn."""
    bias = draw.normal(10)
    return case(
        "full-width",
        construct("LeNet5", into="net"),
        load("net", fc3__weight=torch.zeros(10, 84, dtype=draw.dtype), fc3__bias=bias),
        call("net", x=draw.normal(2, 1, 32, 32)),
    )


def wide():
    return case("wide", construct("LeNet5", 7, 9, into="net"), parameters("net"))


def single_image(draw: Draw):
    return case("single-image", *network(draw), call("net", x=draw.normal(1, 1, 32, 32)), reduction=400)


def gradients(draw: Draw):
    return case(
        "gradients",
        *network(draw),
        call("net", x=draw.normal(2, 1, 32, 32)),
        backward("y", wrt=("x", "net.conv1.weight", "net.conv2.bias", "net.fc1.bias", "net.fc3.weight")),
        reduction=1600,
    )


def bright(draw: Draw):
    return case(
        "bright", *network(draw), call("net", x=draw.normal(3, 1, 32, 32, mean=1, std=3)), reduction=400
    )


def not_dense(draw: Draw):
    x = draw.normal(2, 1, 32, 32).transpose(2, 3)
    return case("not-dense", *network(draw), call("net", x=x), reduction=400)
