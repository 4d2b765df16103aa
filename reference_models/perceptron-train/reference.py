"""The perceptron's learning rule."""

import torch
from torch import Tensor


def perceptron_train(x: Tensor, labels: Tensor, lr: float = 1.0, epochs: int = 10) -> tuple[Tensor, Tensor]:
    """Weights (D,) and bias () after going through the examples (N, D) so many times."""
    if x.ndim != 2 or x.numel() == 0 or labels.shape != x.shape[:1] or lr <= 0 or epochs < 0:
        # No student has to: this keeps the search for small examples from calls that make no sense.
        raise ValueError("x (N, D) and labels (N,) are wanted, none of them empty, and a positive rate")
    if labels.min() < 0 or labels.max() > 1:
        raise ValueError("a label is 0 or 1")
    weight = torch.zeros(x.shape[1], dtype=x.dtype)
    bias = torch.zeros((), dtype=x.dtype)
    for _ in range(epochs):
        for example, label in zip(x, labels):
            answer = (example @ weight + bias >= 0).to(torch.int64)
            correction = lr * (label - answer)
            weight = weight + correction * example
            bias = bias + correction
    return weight, bias
