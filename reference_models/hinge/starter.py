"""Your hinge loss. Everything below the docstring is yours to replace."""

import torch


def hinge(input: torch.Tensor, target: torch.Tensor, margin: float = 1.0) -> torch.Tensor:
    """Hinge loss: what score times target lacks to the margin.

    input:   scores, any shape with at least one element, float32 or float64
    target:  -1 or 1, shape of input, int64
    margin:  a positive number

    Returns the mean as a new tensor of shape () with the dtype of input. Gradients must flow through it.
    The inputs stay as they were. Arguments are always legal, so there is nothing to raise.
    """
    raise NotImplementedError("hinge is not written yet")
