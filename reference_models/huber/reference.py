"""Huber loss: both parts for every element, then a choice between them."""

import torch
from torch import Tensor


def huber(input: Tensor, target: Tensor, delta: float = 1.0) -> Tensor:
    """The mean of a parabola near the target and a straight line far away."""
    if input.shape != target.shape or input.numel() == 0 or delta <= 0:
        # No student has to: this keeps the search for small examples from calls that make no sense.
        raise ValueError("two tensors of the same shape are wanted, and a positive delta")

    size = (input - target).abs()
    near = size**2 / 2
    far = delta * (size - delta / 2)
    return torch.where(size <= delta, near, far).mean()
