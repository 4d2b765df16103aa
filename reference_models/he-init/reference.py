"""He's initialization: the spread that makes up for what ReLU throws away."""

import math

import torch
from torch import Tensor


def he_init(
    shape: tuple[int, ...],
    mode: str = "fan_in",
    negative_slope: float = 0.0,
    distribution: str = "normal",
) -> Tensor:
    """Weights (outputs, inputs, kernel sizes …) with the variance 2 / ((1 + negative_slope²) * fan)."""
    if len(shape) < 2:
        raise ValueError("a weight has outputs and inputs: at least two axes")
    outputs, inputs, *kernel = shape
    places = math.prod(kernel)  # 1 for a linear layer
    fans = {"fan_in": inputs * places, "fan_out": outputs * places}
    if mode not in fans:
        raise ValueError(f"fan_in or fan_out is wanted, not {mode!r}")
    std = math.sqrt(2 / ((1 + negative_slope**2) * fans[mode]))

    if distribution == "normal":
        return torch.randn(*shape) * std
    if distribution == "uniform":
        bound = math.sqrt(3) * std  # the variance of uniform values is a third of the bound's square
        return (2 * torch.rand(*shape) - 1) * bound
    raise ValueError(f"normal or uniform is wanted, not {distribution!r}")
