"""Cases of alexnet: shapes at full width, values in a network of width 2, part by part and as a whole."""

import torch

from graders.authoring import Draw, call, case, construct, evaluate, load, parameters

FEATURES = {
    "features.0": (2, 3, 11, 11),
    "features.3": (6, 2, 5, 5),
    "features.6": (12, 6, 3, 3),
    "features.8": (8, 12, 3, 3),
    "features.10": (8, 8, 3, 3),
}
CLASSIFIER = {"classifier.1": (128, 288), "classifier.4": (128, 128), "classifier.6": (5, 128)}
LAST = "classifier.6"


def cases(draw: Draw):
    yield by_hand()
    yield features(draw)

    yield other_width()
    yield classifier(draw)
    yield all_dropped(draw)
    yield network(draw)
    yield wide_image(draw)


def weights(draw: Draw, shapes: dict[str, tuple[int, ...]]):
    """Every second channel lives for any image; the score of class 1 is negative."""
    found = {}
    for name, shape in shapes.items():
        sources = torch.Size(shape[1:]).numel()
        weight, bias = draw.normal(*shape, std=(2 / sources) ** 0.5), draw.normal(shape[0], std=0.3)
        if name == LAST:
            bias[1] -= 8
        else:
            weight[::2], bias[::2] = weight[::2].abs() / sources**0.5, bias[::2].abs()
        found |= {name + ".weight": weight, name + ".bias": bias}
    return load("net", **found)


def narrow(dropout: float = 0.5):
    return construct("AlexNet", 5, 2, dropout, into="net")


def images(draw: Draw, *shape: int) -> torch.Tensor:
    return draw.uniform(*shape, low=0.0, high=2.0)


def by_hand():
    return case("by-hand", construct("AlexNet", into="net", meta=True), parameters("net"), visible=True)


def features(draw: Draw):
    return case(
        "features",
        narrow(),
        weights(draw, FEATURES),
        call("net.features", x=images(draw, 1, 3, 95, 127)),
        visible=True,
        reduction=363,
    )


def other_width():
    return case("other-width", construct("AlexNet", 7, 4, into="net", meta=True), parameters("net"))


def classifier(draw: Draw):
    return case(
        "classifier",
        narrow(),
        weights(draw, CLASSIFIER),
        evaluate("net"),
        call("net.classifier", h=draw.normal(2, 288)),
        reduction=288,
    )


def all_dropped(draw: Draw):
    """Nothing is left to chance: what dropout reaches is 0."""
    return case(
        "all-dropped",
        narrow(dropout=1.0),
        weights(draw, CLASSIFIER),
        call("net.classifier", h=draw.normal(2, 288)),
        reduction=128,
    )


def network(draw: Draw):
    return case(
        "network",
        narrow(),
        weights(draw, FEATURES | CLASSIFIER),
        evaluate("net"),
        call("net", x=images(draw, 2, 3, 63, 63)),
        reduction=363,
    )


def wide_image(draw: Draw):
    """The features are one row of two places: the average makes 6 by 6 of them."""
    return case(
        "wide-image",
        narrow(),
        weights(draw, FEATURES | CLASSIFIER),
        evaluate("net"),
        call("net", x=images(draw, 1, 3, 63, 95)),
        reduction=363,
    )
