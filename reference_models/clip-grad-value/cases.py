"""Cases of clip-grad-value. p.backward(g) gives a parameter p the gradient g."""

import math

import torch

from graders.authoring import Draw, call, case, construct, instance


def cases(draw: Draw):
    yield by_hand(draw)
    yield two_parameters(draw)

    yield below(draw)
    yield without_gradient(draw)
    yield one_side(draw)
    yield exploded(draw)
    yield float64(draw)


def parameter(name, value, gradient=None):
    """A tensor that is learned, and its gradient."""
    steps = [
        construct("torch.clone", **{f"{name}_0": value}, into=name),
        construct(f"{name}.requires_grad_", into="_"),
    ]
    if gradient is not None:
        steps.append(construct(f"{name}.backward", **{f"{name}_g": gradient}, into="_"))
    return steps


def gradient_of(name):
    """What has become of a gradient."""
    return call(f"{name}.grad.clone", into=f"{name}_grad")


def away(draw: Draw, *shape, **options):
    """Values of either sign, none of them near 0."""
    return draw.extreme(*shape, size=2.0, **options)


def mixed(draw: Draw, *shape):
    """Sizes from 0.4 to 0.8, and beside them, in turn, from 2 to 4: every second one is cut off at 1."""
    factors = torch.tensor([0.4, 2.0], dtype=draw.dtype).repeat(math.prod(shape) // 2)
    return away(draw, *shape) * factors.reshape(shape)


def clip(*names, clip_value):
    params = [instance(name) for name in names]
    return construct("clip_grad_value", params=params, clip_value=clip_value, into="_")


def by_hand(draw: Draw):
    def given(*values):
        return torch.tensor(values, dtype=draw.dtype)

    return case(
        "by-hand",
        *parameter("w", given(1, 1, 1), given(3, -0.5, -4)),
        clip("w", clip_value=2.0),
        gradient_of("w"),
        visible=True,
    )


def two_parameters(draw: Draw):
    return case(
        "two-parameters",
        *parameter("w", away(draw, 2, 3), mixed(draw, 2, 3)),
        *parameter("b", away(draw, 4), mixed(draw, 4)),
        clip("w", "b", clip_value=1.0),
        gradient_of("w"),
        gradient_of("b"),
        call("w.detach", into="w_after"),
        visible=True,
    )


def below(draw: Draw):
    """Where all is small enough nothing happens, also beside a tensor that is cut off."""
    return case(
        "below",
        *parameter("small", away(draw, 5), away(draw, 5)),
        *parameter("w", away(draw, 3), 5 * away(draw, 3)),
        clip("small", "w", clip_value=2.5),
        gradient_of("small"),
        gradient_of("w"),
    )


def without_gradient(draw: Draw):
    return case(
        "without-gradient",
        *parameter("frozen", away(draw, 3)),
        *parameter("w", away(draw, 2, 2), mixed(draw, 2, 2)),
        clip("frozen", "w", clip_value=1.0),
        gradient_of("w"),
    )


def one_side(draw: Draw):
    """The large ones are all negative, then all positive."""
    return case(
        "one-side",
        *parameter("v", away(draw, 6), -mixed(draw, 6).abs()),
        *parameter("w", away(draw, 6), mixed(draw, 6).abs()),
        clip("v", "w", clip_value=1.0),
        gradient_of("v"),
        gradient_of("w"),
    )


def exploded(draw: Draw):
    """And a parameter that is a single number."""
    return case(
        "exploded",
        *parameter("scale", away(draw), away(draw)),
        *parameter("w", away(draw, 1, 4), 1000 * mixed(draw, 1, 4)),
        clip("scale", "w", clip_value=0.3),
        gradient_of("scale"),
        gradient_of("w"),
    )


def float64(draw: Draw):
    return case(
        "float64",
        *parameter("w", away(draw, 3, 2, dtype="float64"), mixed(draw, 3, 2).double() * 1.1),
        clip("w", clip_value=1.0),
        gradient_of("w"),
    )
