"""Your mean squared error. Everything below the docstring is yours to replace."""

import torch


def mse(input: torch.Tensor, target: torch.Tensor, reduction: str = "mean") -> torch.Tensor:
    """Mean squared error.

    input:     predictions, any shape with at least one element, float32 or float64
    target:    right values, shape and dtype of input
    reduction: "mean", "sum" or "none"

    Returns a new tensor with the dtype of input: of shape (), or of input's shape for "none". Gradients
    must flow through it. Raises ValueError if the shapes differ or reduction is anything else. The inputs
    stay as they were.
    """
    raise NotImplementedError("mse is not written yet")
