"""Your mean absolute error. Everything below the docstring is yours to replace."""

import torch


def mae(input: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """Mean absolute error.

    input:   predictions, any shape with at least one element, float32 or float64
    target:  right values, shape and dtype of input

    Returns a new tensor of shape () with the dtype of input. Gradients must flow through it, and are 0
    where a prediction is exactly right. The inputs stay as they were. Arguments are always legal, so there
    is nothing to raise.
    """
    raise NotImplementedError("mae is not written yet")
