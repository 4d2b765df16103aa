"""Cases of simple-cnn: scores, probabilities and loss of a narrow network."""

import torch

from graders.authoring import Draw, backward, call, case, construct, extreme, load, parameters, summed

SHAPES = {"conv1": (2, 3, 3, 3), "conv2": (4, 2, 3, 3), "fc1": (16, 256), "fc2": (5, 16)}


def cases(draw: Draw):
    yield by_hand(draw)
    yield names_and_shapes()
    yield batch(draw)

    yield loss(draw)
    yield single_image(draw)
    yield large_scores(draw)
    yield sure_and_wrong(draw)


def network(draw: Draw):
    """Five classes. Every second unit lives for any image, one of fc1 never does, class 1 has a low score."""
    found = {}
    for name, shape in SHAPES.items():
        sources = torch.Size(shape[1:]).numel()
        weight, bias = draw.normal(*shape, std=(2 / sources) ** 0.5), draw.normal(shape[0], std=0.5)
        if name == "fc2":
            bias[1] -= 8
        else:
            weight[::2], bias[::2] = weight[::2].abs() / sources**0.5, bias[::2].abs()
        if name == "fc1":
            weight[1], bias[1] = -weight[1].abs(), -1
        found |= {name + ".weight": weight, name + ".bias": bias}
    return construct("SimpleCNN", 5, 2, into="net"), load("net", **found)


def images(draw: Draw, count: int) -> torch.Tensor:
    """Pixels from 0 to 1."""
    return draw.uniform(count, 3, 32, 32)


def by_hand(draw: Draw):
    bias = torch.tensor([1, 2, 5], dtype=torch.float64).log().to(draw.dtype)
    x = images(draw, 1)
    return case(
        "by-hand",
        construct("SimpleCNN", 3, 2, into="net"),
        load("net", fc2__weight=torch.zeros(3, 16, dtype=draw.dtype), fc2__bias=bias),
        call("net", x1=x, into="y"),
        call("net.probabilities", x2=x.clone(), into="p"),
        call("net.loss", x3=x.clone(), labels=torch.tensor([2]), into="loss"),
        visible=True,
        reduction=16,
    )


def names_and_shapes():
    return case(
        "names-and-shapes",
        construct("SimpleCNN", into="net", meta=True),
        parameters("net"),
        construct("SimpleCNN", 7, 3, into="other", meta=True),
        parameters("other"),
        visible=True,
    )


def batch(draw: Draw):
    x = images(draw, 3)
    return case(
        "batch",
        *network(draw),
        call("net", x=x, into="y"),
        call("net.probabilities", x2=x.clone(), into="p"),
        summed("p", axis=1, to=1),
        visible=True,
        reduction=256,
    )


def loss(draw: Draw):
    """Gradients of the last layer alone: behind a ReLU or a maximum rounding may turn them."""
    return case(
        "loss",
        *network(draw),
        call("net.loss", x=images(draw, 4), labels=torch.tensor([4, 0, 3, 0]), into="loss"),
        backward("loss", wrt=("net.fc2.weight", "net.fc2.bias")),
        reduction=256,
    )


def single_image(draw: Draw):
    x = images(draw, 1)
    return case(
        "single-image",
        *network(draw),
        call("net", x=x, into="y"),
        call("net.probabilities", x2=x.clone(), into="p"),
        call("net.loss", x3=x.clone(), labels=torch.tensor([1]), into="loss"),
        reduction=256,
    )


def large_scores(draw: Draw):
    """exp of a thousand is infinite, the probabilities are ordinary numbers."""
    x = images(draw, 2)
    return case(
        "large-scores",
        *network(draw),
        call("net.probabilities", x1=x, into="p"),
        load("net", fc2__bias=draw.normal(5, mean=1000)),
        call("net.probabilities", x2=x.clone(), into="large"),
        extreme("large"),
        reduction=256,
    )


def sure_and_wrong(draw: Draw):
    """The probability of the right class is below the smallest float32, the loss is about 300."""
    x, labels = images(draw, 2), torch.tensor([0, 0])
    bias = draw.normal(5)
    bias[0] -= 300
    return case(
        "sure-and-wrong",
        *network(draw),
        call("net.loss", x1=x, labels1=labels, into="loss"),
        load("net", fc2__bias=bias),
        call("net.loss", x2=x.clone(), labels2=labels.clone(), into="large"),
        extreme("large"),
        reduction=256,
    )
