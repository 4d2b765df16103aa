"""Label smoothing: soft labels, logarithms of the softmax, and the cross-entropy between them."""

import torch
from torch import Tensor


def label_smoothing(input: Tensor, target: Tensor, smoothing: float = 0.1) -> Tensor:
    """The mean over examples of -Σ q ln p, where each label has given up a share to all classes."""
    refuse_what_the_statement_excludes(input, target, smoothing)
    examples, classes = input.shape

    q = torch.full_like(input, smoothing / classes)
    q[torch.arange(examples), target] += 1 - smoothing

    # The largest exponential of a row is now exp(0) = 1: nothing overflows, and no sum is 0.
    shifted = input - input.max(dim=1, keepdim=True).values
    log_p = shifted - torch.log(torch.exp(shifted).sum(dim=1, keepdim=True))
    return -(q * log_p).sum(dim=1).mean()


def refuse_what_the_statement_excludes(input: Tensor, target: Tensor, smoothing: float) -> None:
    """No student has to: this keeps the search for small examples from calls that make no sense."""
    if input.ndim != 2 or input.shape[1] < 2 or target.shape != input.shape[:1] or len(target) == 0:
        raise ValueError(
            "logits of shape (N, K) and class numbers of shape (N,) are wanted, two classes or more"
        )
    if target.min() < 0 or target.max() >= input.shape[1] or not 0 <= smoothing < 1:
        raise ValueError("a label is no class, or the smoothing is no share")
