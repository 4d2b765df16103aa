"""Cases of vgg16: shapes at full width, values in networks of width 1 and 2, by parts and as a whole."""

import torch

from graders.authoring import Draw, call, case, construct, evaluate, load, parameters

CONVOLUTIONS = {0: 1, 2: 1, 5: 2, 7: 2, 10: 4, 12: 4, 14: 4, 17: 8, 19: 8, 21: 8, 24: 8, 26: 8, 28: 8}
LAST = "classifier.6"


def cases(draw: Draw):
    yield by_hand()
    yield features(draw)

    yield other_width()
    yield classifier(draw)
    yield all_dropped(draw)
    yield network(draw)
    yield wide_image(draw)


def feature_shapes(width: int) -> dict[str, tuple[int, ...]]:
    found, channels = {}, 3
    for number, times in CONVOLUTIONS.items():
        found[f"features.{number}"] = (times * width, channels, 3, 3)
        channels = times * width
    return found


def classifier_shapes(width: int) -> dict[str, tuple[int, ...]]:
    hidden = 64 * width
    return {"classifier.0": (hidden, 392 * width), "classifier.3": (hidden, hidden), LAST: (5, hidden)}


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


def narrow(width: int = 1, dropout: float = 0.5):
    return construct("VGG16", 5, width, dropout, into="net")


def images(draw: Draw, *shape: int) -> torch.Tensor:
    return draw.uniform(*shape, low=0.0, high=2.0)


def by_hand():
    return case("by-hand", construct("VGG16", into="net", meta=True), parameters("net"), visible=True)


def features(draw: Draw):
    return case(
        "features",
        narrow(width=2),
        weights(draw, feature_shapes(2)),
        call("net.features", x=images(draw, 1, 3, 64, 97)),
        visible=True,
        reduction=144,
    )


def other_width():
    return case("other-width", construct("VGG16", 7, 3, into="net", meta=True), parameters("net"))


def classifier(draw: Draw):
    return case(
        "classifier",
        narrow(),
        weights(draw, classifier_shapes(1)),
        evaluate("net"),
        call("net.classifier", h=draw.normal(2, 392)),
        reduction=392,
    )


def all_dropped(draw: Draw):
    """Nothing is left to chance: what dropout reaches is 0."""
    return case(
        "all-dropped",
        narrow(dropout=1.0),
        weights(draw, classifier_shapes(1)),
        call("net.classifier", h=draw.normal(2, 392)),
    )


def network(draw: Draw):
    return case(
        "network",
        narrow(),
        weights(draw, classifier_shapes(1) | feature_shapes(1)),
        evaluate("net"),
        call("net", x=images(draw, 2, 3, 32, 32)),
        reduction=392,
    )


def wide_image(draw: Draw):
    """The features are one row of two places: the average makes 7 by 7 of them."""
    return case(
        "wide-image",
        narrow(),
        weights(draw, classifier_shapes(1) | feature_shapes(1)),
        evaluate("net"),
        call("net", x=images(draw, 1, 3, 32, 64)),
        reduction=392,
    )
