"""Your categorical cross-entropy. Everything below the docstring is yours to replace."""

import torch


def categorical_cross_entropy(input: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """Mean cross-entropy of probabilities, for one-hot or soft targets.

    input:   probabilities, shape (N, K), float32 or float64; 0 only where the target is 0
    target:  shares of the classes, shape and dtype of input

    Returns a new tensor of shape () with the dtype of input. The loss and its gradient for input are
    always finite. The inputs stay as they were. Arguments are always legal, so there is nothing to raise.
    """
    raise NotImplementedError("categorical_cross_entropy is not written yet")
