"""Cases of clip-grad-norm. p.backward(g) gives a parameter p the gradient g."""

import torch

from graders.authoring import Draw, call, case, construct, instance, load


def cases(draw: Draw):
    yield by_hand(draw)
    yield two_parameters(draw)
    yield below(draw)

    yield without_gradient(draw)
    yield none_at_all(draw)
    yield all_zero(draw)
    yield any_iterable(draw)
    yield exploded(draw)


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


def clip(*names, max_norm, into="total"):
    params = [instance(name) for name in names]
    return call("clip_grad_norm", params=params, max_norm=max_norm, into=into)


def by_hand(draw: Draw):
    def given(*values):
        return torch.tensor(values, dtype=draw.dtype)

    return case(
        "by-hand",
        *parameter("w", given(1, 1), given(2, -4)),
        *parameter("b", given(1), given(4)),
        clip("w", "b", max_norm=3.0),
        gradient_of("w"),
        gradient_of("b"),
        visible=True,
        reduction=3,
    )


def two_parameters(draw: Draw):
    return case(
        "two-parameters",
        *parameter("w", away(draw, 2, 3), away(draw, 2, 3)),
        *parameter("b", away(draw, 2), away(draw, 2)),
        clip("w", "b", max_norm=0.7),
        gradient_of("w"),
        gradient_of("b"),
        call("w.detach", into="w_after"),
        visible=True,
        reduction=8,
    )


def below(draw: Draw):
    """Eight numbers below 2 have a norm below 6."""
    return case(
        "below",
        *parameter("w", away(draw, 2, 3), away(draw, 2, 3)),
        *parameter("b", away(draw, 2), away(draw, 2)),
        clip("w", "b", max_norm=6.5),
        gradient_of("w"),
        gradient_of("b"),
        reduction=8,
    )


def without_gradient(draw: Draw):
    return case(
        "without-gradient",
        *parameter("frozen", away(draw, 3)),
        *parameter("w", away(draw, 2, 2), away(draw, 2, 2)),
        clip("frozen", "w", max_norm=1.3),
        gradient_of("w"),
        reduction=4,
    )


def none_at_all(draw: Draw):
    return case(
        "none-at-all",
        *parameter("frozen", away(draw, 3)),
        *parameter("w", away(draw, 5), away(draw, 5)),
        clip("frozen", max_norm=2.0, into="total_of_none"),
        clip("w", max_norm=2.0),
        gradient_of("w"),
        reduction=5,
    )


def all_zero(draw: Draw):
    """Nothing may be divided by a norm of 0."""
    return case(
        "all-zero",
        *parameter("still", away(draw, 3), torch.zeros(3, dtype=draw.dtype)),
        *parameter("w", away(draw, 4), away(draw, 4)),
        clip("still", max_norm=0.5, into="total_of_zeros"),
        gradient_of("still"),
        clip("still", "w", max_norm=0.5),
        gradient_of("w"),
        reduction=7,
    )


def any_iterable(draw: Draw):
    """A generator has nothing left after the first walk through it."""
    return case(
        "any-iterable",
        construct("torch.nn.Linear", 3, 2, into="net"),
        load("net", weight=away(draw, 2, 3), bias=away(draw, 2)),
        construct("net.weight.backward", weight_g=away(draw, 2, 3), into="_"),
        construct("net.bias.backward", bias_g=away(draw, 2), into="_"),
        construct("net.parameters", into="params"),
        call("clip_grad_norm", params=instance("params"), max_norm=1.0, into="total"),
        call("net.weight.grad.clone", into="weight_grad"),
        call("net.bias.grad.clone", into="bias_grad"),
        reduction=8,
    )


def exploded(draw: Draw):
    """One huge gradient; the small one is scaled down with it. And a parameter that is a single number."""
    return case(
        "exploded",
        *parameter("scale", away(draw), away(draw)),
        *parameter("w", away(draw, 1, 4), 1000 * away(draw, 1, 4)),
        clip("scale", "w", max_norm=5.0),
        gradient_of("scale"),
        gradient_of("w"),
        reduction=5,
    )
