"""The perceptron's answer: a weighted sum, and a step."""

import torch
from torch import Tensor


def perceptron(x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    """1 for every example of (N, D) whose weighted sum reaches 0, else 0."""
    if x.ndim != 2 or weight.shape != x.shape[1:] or bias.ndim != 0 or len(weight) == 0:
        # No student has to: this keeps the search for small examples from calls that make no sense.
        raise ValueError("x (N, D), weight (D,) and bias () do not fit together")
    sums = x @ weight + bias
    return (sums >= 0).to(torch.int64)
