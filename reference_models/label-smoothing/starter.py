"""Your cross-entropy with label smoothing. Everything below the docstring is yours to replace."""

import torch


def label_smoothing(input: torch.Tensor, target: torch.Tensor, smoothing: float = 0.1) -> torch.Tensor:
    """Mean cross-entropy of softmax probabilities with smoothed labels.

    input:     logits, shape (N, K) with K >= 2, float32 or float64, between -1e4 and 1e4
    target:    class numbers, shape (N,), int64, from 0 to K - 1
    smoothing: the share that is spread over all K classes, at least 0 and below 1

    Returns a new tensor of shape () with the dtype of input. The loss and its gradient for input are
    always finite. The inputs stay as they were. Arguments are always legal, so there is nothing to raise.
    """
    raise NotImplementedError("label_smoothing is not written yet")
