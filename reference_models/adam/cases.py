"""Cases of adam. Parameters are tensors of their own: p.backward(g) gives p the gradient g."""

import torch

from graders.authoring import Draw, call, case, construct, instance


def cases(draw: Draw):
    yield by_hand(draw)
    yield decay_by_hand(draw, "by-hand-decay")
    yield decay_by_hand(draw, "by-hand-decoupled", decoupled_weight_decay=True)
    yield two_parameters(draw)

    yield other_betas(draw)
    yield without_movement(draw)
    yield decay_in_gradient(draw)
    yield decoupled_decay(draw)
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
    return construct("Adam", params=[instance(name) for name in names], **options, into="opt")


def by_hand(draw: Draw):
    def given(value):
        return torch.tensor([value], dtype=draw.dtype)

    return case(
        "by-hand",
        *parameter("w", given(2)),
        optimizer("w", lr=2.0, betas=(0.6, 0.75), eps=2.0),
        *step(w_g1=given(2)),
        look("w", 1),
        *step(w_g2=given(-2)),
        look("w", 2),
        visible=True,
    )


def decay_by_hand(draw: Draw, name, **decoupled):
    return case(
        name,
        *parameter("w", torch.tensor([8], dtype=draw.dtype)),
        optimizer("w", lr=0.5, betas=(0.6, 0.75), eps=2.0, weight_decay=0.5, **decoupled),
        *step(w_g=torch.tensor([2], dtype=draw.dtype)),
        look("w", 1),
        visible=True,
    )


def two_parameters(draw: Draw):
    """Of the same shape: what is shared between them does not stop the code, but spoils the numbers."""
    return case(
        "two-parameters",
        *parameter("v", away(draw, 2, 3)),
        *parameter("w", away(draw, 2, 3)),
        optimizer("v", "w", lr=0.1),
        *step(v_g1=away(draw, 2, 3), w_g1=away(draw, 2, 3)),
        *step(v_g2=away(draw, 2, 3), w_g2=away(draw, 2, 3)),
        *step(v_g3=away(draw, 2, 3), w_g3=away(draw, 2, 3)),
        look("v", 3),
        look("w", 3),
        visible=True,
    )


def other_betas(draw: Draw):
    return case(
        "other-betas",
        *parameter("w", away(draw, 1, 5)),
        optimizer("w", lr=0.6, betas=(0.5, 0.8), eps=0.7),
        *step(w_g1=away(draw, 1, 5)),
        *step(w_g2=away(draw, 1, 5)),
        *step(w_g3=away(draw, 1, 5)),
        look("w", 3),
    )


def without_movement(draw: Draw):
    """Half of the gradient is exactly 0: what is divided by then is eps alone. And the rate changes."""
    still = torch.tensor([0, 1, 0, 1], dtype=draw.dtype)
    return case(
        "without-movement",
        *parameter("w", away(draw, 4)),
        optimizer("w", lr=0.1),
        *step(w_g1=away(draw, 4) * still),
        construct("opt.__setattr__", "lr", 0.04, into="_"),
        *step(w_g2=away(draw, 4) * still),
        look("w", 2),
    )


def decay_in_gradient(draw: Draw):
    return case(
        "decay-in-gradient",
        *parameter("w", away(draw, 3, 2)),
        optimizer("w", lr=0.4, betas=(0.8, 0.9), weight_decay=0.6),
        *step(w_g1=away(draw, 3, 2)),
        *step(w_g2=away(draw, 3, 2)),
        look("w", 2),
        call("w.grad.clone", into="grad_2"),
    )


def decoupled_decay(draw: Draw):
    """A parameter without a gradient does not shrink either."""
    return case(
        "decoupled-decay",
        *parameter("frozen", away(draw, 2)),
        *parameter("w", away(draw, 3)),
        optimizer("frozen", "w", lr=0.4, betas=(0.8, 0.9), weight_decay=0.6, decoupled_weight_decay=True),
        *step(w_g1=away(draw, 3)),
        *step(w_g2=away(draw, 3)),
        look("frozen", 2),
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
