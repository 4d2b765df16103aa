"""Cross-entropy with class numbers: throw away what is ignored, then one logarithm for each example."""

import torch
from torch import Tensor


def sparse_cross_entropy(input: Tensor, target: Tensor, ignore_index: int = -100) -> Tensor:
    """The mean of -ln softmax(input) at the targets, over the examples that count."""
    refuse_what_the_statement_excludes(input, target, ignore_index)
    counted = target != ignore_index
    logits, labels = input[counted], target[counted]

    # The largest exponential of a row is now exp(0) = 1: nothing overflows, and no sum is 0.
    shifted = logits - logits.max(dim=1, keepdim=True).values
    log_total = torch.log(torch.exp(shifted).sum(dim=1))
    right = shifted[torch.arange(len(labels)), labels]
    return (log_total - right).mean()


def refuse_what_the_statement_excludes(input: Tensor, target: Tensor, ignore_index: int) -> None:
    """No student has to: this keeps the search for small examples from calls that make no sense."""
    if input.ndim != 2 or target.shape != input.shape[:1] or target.dtype != torch.int64:
        raise ValueError("logits of shape (N, K) and class numbers of shape (N,) are wanted")
    labels = target[target != ignore_index]
    if len(labels) == 0 or labels.min() < 0 or labels.max() >= input.shape[1]:
        raise ValueError("at least one example must count, and its label must be a class")
