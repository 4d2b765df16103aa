"""Cases of sgd-momentum. Parameters are tensors of their own: p.backward(g) gives p the gradient g."""

import torch

from graders.authoring import Draw, call, case, construct, instance, load


def cases(draw: Draw):
    yield by_hand(draw)
    yield two_parameters(draw)

    yield same_shapes(draw)
    yield other_momentum(draw)
    yield rate_changed(draw)
    yield late_gradient(draw)
    yield any_iterable(draw)
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
    return construct("SGDMomentum", params=[instance(name) for name in names], **options, into="opt")


def by_hand(draw: Draw):
    def given(value):
        return torch.tensor([value], dtype=draw.dtype)

    return case(
        "by-hand",
        *parameter("w", given(1)),
        optimizer("w", lr=0.5, momentum=0.5),
        *step(w_g1=given(2)),
        look("w", 1),
        *step(w_g2=given(1)),
        look("w", 2),
        *step(w_g3=given(-1)),
        look("w", 3),
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
        *step(w_g3=away(draw, 2, 3), b_g3=away(draw, 2)),
        look("w", 3),
        look("b", 3),
        visible=True,
    )


def same_shapes(draw: Draw):
    """What is shared between parameters does not stop the code here, but spoils the numbers."""
    return case(
        "same-shapes",
        *parameter("v", away(draw, 4)),
        *parameter("w", away(draw, 4)),
        optimizer("v", "w", lr=0.3, momentum=0.8),
        *step(v_g1=away(draw, 4), w_g1=away(draw, 4)),
        *step(v_g2=away(draw, 4), w_g2=away(draw, 4)),
        look("v", 2),
        look("w", 2),
    )


def other_momentum(draw: Draw):
    return case(
        "other-momentum",
        *parameter("w", away(draw, 1, 5)),
        optimizer("w", lr=0.5, momentum=0.3),
        *step(w_g1=away(draw, 1, 5)),
        *step(w_g2=away(draw, 1, 5)),
        *step(w_g3=away(draw, 1, 5)),
        look("w", 3),
    )


def rate_changed(draw: Draw):
    """What the velocity has gathered counts at the new rate, too."""
    return case(
        "rate-changed",
        *parameter("w", away(draw, 3, 2)),
        optimizer("w", lr=1.0, momentum=0.7),
        *step(w_g1=away(draw, 3, 2)),
        construct("opt.__setattr__", "lr", 0.1, into="_"),
        *step(w_g2=away(draw, 3, 2)),
        look("w", 2),
    )


def late_gradient(draw: Draw):
    """The first step finds no gradient for it and leaves it alone."""
    return case(
        "late-gradient",
        *parameter("late", away(draw)),
        *parameter("w", away(draw, 3)),
        optimizer("late", "w", lr=0.4, momentum=0.6),
        *step(w_g1=away(draw, 3)),
        look("late", 1),
        *step(w_g2=away(draw, 3), late_g2=away(draw)),
        *step(w_g3=away(draw, 3), late_g3=away(draw)),
        look("late", 3),
        look("w", 3),
    )


def any_iterable(draw: Draw):
    """A generator has nothing left after the first walk through it."""
    return case(
        "any-iterable",
        construct("torch.nn.Linear", 3, 2, into="net"),
        load("net", weight=away(draw, 2, 3), bias=away(draw, 2)),
        construct("net.parameters", into="params"),
        construct("SGDMomentum", params=instance("params"), lr=0.4, into="opt"),
        *step(net__weight_g1=away(draw, 2, 3), net__bias_g1=away(draw, 2)),
        *step(net__weight_g2=away(draw, 2, 3), net__bias_g2=away(draw, 2)),
        call("net.weight.detach", into="weight_2"),
        call("net.bias.detach", into="bias_2"),
    )


def float64(draw: Draw):
    return case(
        "float64",
        *parameter("w", away(draw, 2, 3, dtype="float64")),
        optimizer("w", lr=0.3, momentum=0.9),
        *step(w_g1=away(draw, 2, 3, dtype="float64")),
        *step(w_g2=away(draw, 2, 3, dtype="float64")),
        look("w", 2),
    )
