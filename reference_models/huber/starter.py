"""Your Huber loss. Everything below the docstring is yours to replace."""

import torch


def huber(input: torch.Tensor, target: torch.Tensor, delta: float = 1.0) -> torch.Tensor:
    """Huber loss: quadratic for errors up to delta, linear beyond.

    input:   predictions, any shape with at least one element, float32 or float64
    target:  right values, shape and dtype of input
    delta:   where the two parts meet, a positive number

    Returns the mean as a new tensor of shape () with the dtype of input. Gradients must flow through it.
    The inputs stay as they were. Arguments are always legal, so there is nothing to raise.
    """
    raise NotImplementedError("huber is not written yet")
