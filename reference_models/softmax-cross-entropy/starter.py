"""Your loss and its gradient. Everything below the docstring is yours to replace."""

import torch


def softmax_cross_entropy(logits: torch.Tensor, labels: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Mean cross-entropy of softmax probabilities, and its gradient for the logits.

    logits:  shape (N, K), float32 or float64, between -1e4 and 1e4
    labels:  shape (N,), int64, from 0 to K - 1

    Returns (loss, dlogits): loss of shape (), dlogits of shape (N, K), both with the dtype of logits and
    always finite. The inputs stay as they were. Arguments are always legal, so there is nothing to raise.
    """
    raise NotImplementedError("softmax_cross_entropy is not written yet")
