"""Cases of perceptron: whole numbers, so that a sum is exactly 0 or at least a half away from it."""

import torch

from graders.authoring import Draw, call, case


def one(draw: Draw, name, examples, inputs, dtype="float32", visible=False, on_the_line=False):
    """About half of the examples fire. The middle one lies on the line, or just above it."""
    x = draw.integer_tensor(examples, inputs, low=-5, high=6, dtype=dtype)
    weight = draw.integer_tensor(inputs, low=1, high=5, dtype=dtype)
    weight = weight * (1 - 2 * draw.integer_tensor(inputs, high=2, dtype=dtype))
    if on_the_line:
        # The weight 1 of the first input takes any sum to where it is wanted.
        weight[0] = 1
        x[: examples // 3, 0] -= x[: examples // 3] @ weight - x[examples // 3] @ weight
        middle = x[examples // 3] @ weight
    else:
        middle = (x @ weight).sort().values[examples // 2] - 0.5
    return case(name, call("perceptron", x=x, weight=weight, bias=-middle), visible=visible, reduction=inputs)


def cases(draw: Draw):
    yield by_hand(draw)
    yield one(draw, "two-inputs", 24, 2, visible=True)

    yield one(draw, "on-the-line", 24, 3, on_the_line=True)
    yield one(draw, "many-inputs", 30, 40)
    yield one(draw, "square", 20, 20)
    yield single_example(draw)
    yield weights_of_zero(draw)
    yield empty_batch(draw)
    yield one(draw, "float64", 24, 4, dtype="float64")


def by_hand(draw: Draw):
    x = torch.tensor([[1, 1], [1, 0], [0, 1], [0, 0]], dtype=draw.dtype)
    weight = torch.tensor([1, 1], dtype=draw.dtype)
    bias = torch.tensor(-2, dtype=draw.dtype)
    return case("by-hand", call("perceptron", x=x, weight=weight, bias=bias), visible=True, reduction=2)


def single_example(draw: Draw):
    """One that fires, and one that does not."""
    weight = draw.integer_tensor(1, low=1, high=4, dtype="float32")
    up, down = draw.uniform(1, 1, low=2.0, high=4.0), draw.uniform(1, 1, low=-4.0, high=-2.0)
    return case(
        "single-example",
        call("perceptron", x1=up, weight1=weight, bias1=draw.uniform(low=0.5, high=1.0), into="y1"),
        call("perceptron", x2=down, weight2=weight.clone(), bias2=draw.uniform(low=0.5), into="y2"),
    )


def weights_of_zero(draw: Draw):
    """The bias alone decides; with a bias of 0 every example lies on the line."""
    weight, x = torch.zeros(3, dtype=draw.dtype), draw.normal(6, 3)
    bias1, bias2 = torch.zeros((), dtype=draw.dtype), draw.uniform(low=-2.0, high=-1.0)
    return case(
        "weights-of-zero",
        call("perceptron", x1=x, weight1=weight, bias1=bias1, into="y1"),
        call("perceptron", x2=x.clone(), weight2=weight.clone(), bias2=bias2, into="y2"),
    )


def empty_batch(draw: Draw):
    """An ordinary call beside it, since a result without elements proves little."""
    weight = torch.tensor([2, -1, 1], dtype=draw.dtype)
    x = torch.tensor([[3, 1, 2], [-2, 2, 1]], dtype=draw.dtype)
    return case(
        "empty-batch",
        call("perceptron", x1=x, weight1=weight, bias1=torch.ones((), dtype=draw.dtype), into="y1"),
        call("perceptron", x2=draw.normal(0, 3), weight2=weight.clone(), bias2=draw.normal(), into="y2"),
    )
