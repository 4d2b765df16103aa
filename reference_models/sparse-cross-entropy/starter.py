"""Your cross-entropy with class numbers. Everything below the docstring is yours to replace."""

import torch


def sparse_cross_entropy(input: torch.Tensor, target: torch.Tensor, ignore_index: int = -100) -> torch.Tensor:
    """Mean cross-entropy of softmax probabilities over the examples that count.

    input:        logits, shape (N, K), float32 or float64, between -1e4 and 1e4
    target:       class numbers, shape (N,), int64, from 0 to K - 1 or equal to ignore_index
    ignore_index: the target of examples that do not count; at least one example counts

    Returns a new tensor of shape () with the dtype of input. The loss and its gradient for input are
    always finite. The inputs stay as they were. Arguments are always legal, so there is nothing to raise.
    """
    raise NotImplementedError("sparse_cross_entropy is not written yet")
