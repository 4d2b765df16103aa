"""Cases of mse: no prediction is near its target, so every wrong loss is far from the right one."""

import torch

from graders.authoring import Draw, backward, call, case, fails


def pair(draw: Draw, *shape: int, dtype=None):
    """Predictions and targets that differ by 0.5 to 2, in both directions."""
    target = draw.normal(*shape, dtype=dtype)
    errors = draw.uniform(*shape, low=0.5, high=2.0, dtype=dtype)
    errors.view(-1)[::3] *= -1
    return target + errors, target


def one(draw: Draw, name, *shape, dtype=None, visible=False, layouts=(), **options):
    input, target = pair(draw, *shape, dtype=dtype)
    return case(
        name,
        call("mse", input=input, targets=target, **options),
        backward("y", wrt=("input", "targets")),
        visible=visible,
        reduction=input.numel(),
        layouts=layouts,
    )


def cases(draw: Draw):
    input = torch.tensor([[4, 1], [3, 0]], dtype=draw.dtype)
    target = torch.tensor([[1, 2], [2, -3]], dtype=draw.dtype)
    yield case("by-hand", call("mse", input=input, targets=target), visible=True, reduction=4)
    yield case(
        "by-hand-reductions",
        call("mse", input1=input.clone(), targets1=target.clone(), reduction="sum", into="summed"),
        call("mse", input2=input.clone(), targets2=target.clone(), reduction="none", into="each"),
        visible=True,
        reduction=4,
    )
    yield one(draw, "batch", 4, 3, visible=True)

    yield one(draw, "sum", 3, 5, reduction="sum")
    yield one(draw, "none", 2, 3, 4, reduction="none")
    yield one(draw, "one-axis", 7)
    yield one(draw, "single", 1, 1)
    yield one(draw, "not-dense", 3, 4, 2, layouts=("permuted",))
    yield one(draw, "float64", 2, 5, dtype="float64", reduction="mean")
    yield shapes_differ(draw)
    yield unknown_reduction(draw)


def shapes_differ(draw: Draw):
    """The first pair broadcasts to (4, 4), the second to (3, 2)."""
    return case(
        "shapes-differ",
        fails(call("mse", input1=draw.normal(4), targets1=draw.normal(4, 1), into="y1"), "ValueError"),
        fails(call("mse", input2=draw.normal(3, 2), targets2=draw.normal(2), into="y2"), "ValueError"),
    )


def unknown_reduction(draw: Draw):
    input, target = pair(draw, 3)
    return case(
        "unknown-reduction",
        fails(call("mse", input=input, targets=target, reduction="average"), "ValueError"),
    )
