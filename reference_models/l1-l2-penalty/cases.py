"""Cases of l1-l2-penalty: no weight is near 0 but those that are exactly there; both signs occur."""

import torch

from graders.authoring import Draw, backward, call, case


def away_from_zero(draw: Draw, *shape: int, dtype=None):
    """Values of size 0.3 to 1.5: one in three is negative, and so their sum is not that of their sizes."""
    values = draw.uniform(*shape, low=0.3, high=1.5, dtype=dtype)
    values.view(-1)[::3] *= -1
    return values


def judged(name, visible=False, l1=None, l2=None, **parameters):
    """Gradients for what has two axes or more; a strength that is not given is left to its default."""
    weights = [label for label, value in parameters.items() if value.ndim > 1]
    strengths = {key: value for key, value in (("l1", l1), ("l2", l2)) if value is not None}
    return case(
        name,
        call("l1_l2_penalty", **parameters, **strengths),
        backward("y", wrt=weights),
        visible=visible,
        reduction=sum(parameters[label].numel() for label in weights),
    )


def layers(draw: Draw, dtype=None):
    """Biases are larger than weights, so that they show where they are counted."""
    return {
        "weight1": away_from_zero(draw, 4, 3, dtype=dtype),
        "bias1": 2 + away_from_zero(draw, 4, dtype=dtype),
        "weight2": away_from_zero(draw, 2, 4, dtype=dtype),
        "bias2": 2 + away_from_zero(draw, 2, dtype=dtype),
    }


def cases(draw: Draw):
    yield case(
        "by-hand",
        call(
            "l1_l2_penalty",
            weight=torch.tensor([[1, -2], [0, 3]], dtype=draw.dtype),
            bias=torch.tensor([5, -1], dtype=draw.dtype),
            l1=2.0,
            l2=0.5,
        ),
        visible=True,
        reduction=4,
    )
    yield judged("two-layers", visible=True, l1=0.3, l2=0.7, **layers(draw))
    yield zero_weights(draw)

    yield judged("l1-only", l1=0.25, **layers(draw))
    yield judged("l2-only", l2=0.25, **layers(draw))
    yield convolutional_network(draw)
    yield judged("single-weight", l1=0.5, l2=1.5, weight=away_from_zero(draw, 1, 1))
    yield judged("float64", l1=0.2, l2=0.1, **layers(draw, dtype="float64"))


def zero_weights(draw: Draw):
    weight = away_from_zero(draw, 3, 4)
    weight.view(-1)[::2] = 0
    return judged("zero-weights", visible=True, l1=0.4, l2=0.2, weight=weight, bias=away_from_zero(draw, 3))


def convolutional_network(draw: Draw):
    """Four axes, one axis twice, and a weight of a single row."""
    return judged(
        "convolutional-network",
        l1=0.6,
        l2=0.4,
        kernel=away_from_zero(draw, 3, 2, 2, 2),
        scale=1 + away_from_zero(draw, 3),
        shift=away_from_zero(draw, 3),
        weight=away_from_zero(draw, 1, 5),
        bias=away_from_zero(draw, 1),
    )
