"""Your binary cross-entropy from logits. Everything below the docstring is yours to replace."""

import torch


def bce_with_logits(
    input: torch.Tensor, target: torch.Tensor, pos_weight: torch.Tensor | None = None
) -> torch.Tensor:
    """Mean binary cross-entropy of the sigmoid of logits.

    input:      logits between -1e4 and 1e4, any shape with at least one element, float32 or float64
    target:     from 0 to 1, shape and dtype of input
    pos_weight: weights of target 1, shape (K,) for a last axis of length K, or (1,); or None for no weights

    Returns a new tensor of shape () with the dtype of input. The loss and its gradient for input are
    always finite. The inputs stay as they were. Arguments are always legal, so there is nothing to raise.
    """
    raise NotImplementedError("bce_with_logits is not written yet")
