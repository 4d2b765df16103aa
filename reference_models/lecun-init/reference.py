"""LeCun's initialization: sums of n_in products keep the variance of the inputs."""

import math

import torch
from torch import Tensor


def lecun_init(shape: tuple[int, ...], distribution: str = "normal") -> Tensor:
    """Weights (outputs, inputs, kernel sizes …) with the variance 1 / n_in."""
    if len(shape) < 2:
        raise ValueError("a weight has outputs and inputs: at least two axes")
    _, inputs, *kernel = shape
    std = math.sqrt(1 / (inputs * math.prod(kernel)))  # no sizes at all: the product is 1

    if distribution == "normal":
        return torch.randn(*shape) * std
    if distribution == "uniform":
        bound = math.sqrt(3) * std  # the variance of uniform values is a third of the bound's square
        return (2 * torch.rand(*shape) - 1) * bound
    raise ValueError(f"normal or uniform is wanted, not {distribution!r}")
