"""Your binary cross-entropy. Everything below the docstring is yours to replace."""

import torch


def binary_cross_entropy(input: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """Mean binary cross-entropy of probabilities, each logarithm cut off at -100.

    input:   probabilities from 0 to 1, any shape with at least one element, float32 or float64
    target:  from 0 to 1, shape and dtype of input

    Returns a new, finite tensor of shape () with the dtype of input. Gradients must flow through it to
    probabilities strictly between 0 and 1. The inputs stay as they were. Arguments are always legal, so
    there is nothing to raise.
    """
    raise NotImplementedError("binary_cross_entropy is not written yet")
