"""Your pseudo-Huber loss. Everything below the docstring is yours to replace."""

import torch


def pseudo_huber(input: torch.Tensor, target: torch.Tensor, delta: float = 1.0) -> torch.Tensor:
    """Pseudo-Huber loss: about d²/2 for small errors d, about delta·|d| - delta² for large ones.

    input:   predictions, any shape with at least one element, float32 or float64
    target:  right values, shape and dtype of input
    delta:   about where the parabola goes over into a line, a positive number

    Returns the mean as a new tensor of shape () with the dtype of input. Gradients must flow through it.
    The inputs stay as they were. Arguments are always legal, so there is nothing to raise.
    """
    raise NotImplementedError("pseudo_huber is not written yet")
