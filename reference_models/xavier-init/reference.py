"""Xavier's initialization: a spread between what the forward and the backward pass would like best."""

import math

import torch
from torch import Tensor


def xavier_init(shape: tuple[int, ...], distribution: str = "uniform", gain: float = 1.0) -> Tensor:
    """Weights (outputs, inputs, kernel sizes …) with the variance gain² * 2 / (n_in + n_out)."""
    if len(shape) < 2:
        raise ValueError("a weight has outputs and inputs: at least two axes")
    outputs, inputs, *kernel = shape
    places = math.prod(kernel)  # 1 for a linear layer
    std = gain * math.sqrt(2 / (inputs * places + outputs * places))

    if distribution == "normal":
        return torch.randn(*shape) * std
    if distribution == "uniform":
        bound = math.sqrt(3) * std  # the variance of uniform values is a third of the bound's square
        return (2 * torch.rand(*shape) - 1) * bound
    raise ValueError(f"uniform or normal is wanted, not {distribution!r}")
