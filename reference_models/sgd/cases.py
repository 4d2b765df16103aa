"""Cases of sgd. Parameters are tensors of their own: p.backward(g) gives p the gradient g."""

import torch

from graders.authoring import Draw, call, case, construct, instance, load


def cases(draw: Draw):
    yield by_hand(draw)
    yield by_hand_decay(draw)
    yield two_parameters(draw)

    yield without_gradient(draw)
    yield any_iterable(draw)
    yield gradients_kept(draw)
    yield rate_changed(draw)
    yield decay_twice(draw)
    yield float64(draw)


def parameter(name, value):
    """A tensor that is learned."""
    made = construct("torch.clone", **{f"{name}_0": value}, into=name)
    return [made, construct(f"{name}.requires_grad_", into="_")]


def step(**gradients):
    """One step of training: no gradients but these, then the optimizer."""
    return [construct("opt.zero_grad", into="_"), *arrive(**gradients), construct("opt.step", into="_")]


def arrive(**gradients):
    """Gradients arrive, as from a loss: w_g1=… is the first one of w."""
    return [
        construct(f"{label.rpartition('_')[0].replace('__', '.')}.backward", **{label: value}, into="_")
        for label, value in gradients.items()
    ]


def look(name, number):
    """What has become of a parameter."""
    return call(f"{name}.detach", into=f"{name}_{number}")


def away(draw: Draw, *shape, **options):
    """Values of either sign, none of them near 0."""
    return draw.extreme(*shape, size=2.0, **options)


def optimizer(*names, **options):
    return construct("SGD", params=[instance(name) for name in names], **options, into="opt")


def by_hand(draw: Draw):
    def given(*values):
        return torch.tensor(values, dtype=draw.dtype)

    return case(
        "by-hand",
        *parameter("w", given(3, -2)),
        optimizer("w", lr=0.5),
        *step(w_g1=given(2, 4)),
        look("w", 1),
        *step(w_g2=given(-2, 2)),
        look("w", 2),
        visible=True,
    )


def by_hand_decay(draw: Draw):
    return case(
        "by-hand-decay",
        *parameter("w", torch.tensor([4], dtype=draw.dtype)),
        optimizer("w", lr=0.5, weight_decay=0.25),
        *step(w_g=torch.tensor([2], dtype=draw.dtype)),
        look("w", 1),
        visible=True,
    )


def two_parameters(draw: Draw):
    return case(
        "two-parameters",
        *parameter("w", away(draw, 2, 3)),
        *parameter("b", away(draw, 2)),
        optimizer("w", "b", lr=0.2),
        *step(w_g1=away(draw, 2, 3), b_g1=away(draw, 2)),
        *step(w_g2=away(draw, 2, 3), b_g2=away(draw, 2)),
        look("w", 2),
        look("b", 2),
        visible=True,
    )


def without_gradient(draw: Draw):
    """It stays, weight decay or not; the next one takes its step."""
    return case(
        "without-gradient",
        *parameter("frozen", away(draw, 3)),
        *parameter("w", away(draw, 2, 2)),
        optimizer("frozen", "w", lr=0.3, weight_decay=0.5),
        *step(w_g=away(draw, 2, 2)),
        look("frozen", 1),
        look("w", 1),
    )


def any_iterable(draw: Draw):
    """A generator has nothing left after the first walk through it."""
    return case(
        "any-iterable",
        construct("torch.nn.Linear", 3, 2, into="net"),
        load("net", weight=away(draw, 2, 3), bias=away(draw, 2)),
        construct("net.parameters", into="params"),
        construct("SGD", params=instance("params"), lr=0.4, into="opt"),
        *step(net__weight_g1=away(draw, 2, 3), net__bias_g1=away(draw, 2)),
        *step(net__weight_g2=away(draw, 2, 3), net__bias_g2=away(draw, 2)),
        call("net.weight.detach", into="weight_2"),
        call("net.bias.detach", into="bias_2"),
    )


def gradients_kept(draw: Draw):
    """Two backward passes without zero_grad add up, and a step leaves the sum as it is."""
    return case(
        "gradients-kept",
        *parameter("w", away(draw, 4)),
        optimizer("w", lr=0.3, weight_decay=0.6),
        *arrive(w_g1=away(draw, 4)),
        construct("opt.step", into="_"),
        call("w.grad.clone", into="grad_1"),
        *arrive(w_g2=away(draw, 4)),
        construct("opt.step", into="_"),
        look("w", 2),
    )


def rate_changed(draw: Draw):
    return case(
        "rate-changed",
        *parameter("w", away(draw, 3, 2)),
        optimizer("w", lr=0.5),
        *step(w_g1=away(draw, 3, 2)),
        construct("opt.__setattr__", "lr", 0.1, into="_"),
        *step(w_g2=away(draw, 3, 2)),
        look("w", 2),
    )


def decay_twice(draw: Draw):
    """A single number, and a matrix with one row."""
    return case(
        "decay-twice",
        *parameter("scale", away(draw)),
        *parameter("w", away(draw, 1, 5)),
        optimizer("scale", "w", lr=0.7, weight_decay=0.4),
        *step(scale_g1=away(draw), w_g1=away(draw, 1, 5)),
        *step(scale_g2=away(draw), w_g2=away(draw, 1, 5)),
        look("scale", 2),
        look("w", 2),
    )


def float64(draw: Draw):
    return case(
        "float64",
        *parameter("w", away(draw, 2, 3, dtype="float64")),
        optimizer("w", lr=0.3, weight_decay=0.1),
        *step(w_g1=away(draw, 2, 3, dtype="float64")),
        *step(w_g2=away(draw, 2, 3, dtype="float64")),
        look("w", 2),
    )
