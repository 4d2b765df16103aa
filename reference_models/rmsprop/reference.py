"""RMSprop, as torch.optim.RMSprop does it with its defaults."""

from collections.abc import Iterable

import torch
from torch import Tensor


class RMSprop:
    """Every weight steps by its gradient over the root of the mean square of its recent gradients."""

    def __init__(
        self, params: Iterable[Tensor], lr: float = 0.01, alpha: float = 0.99, eps: float = 1e-8
    ) -> None:
        self.params = list(params)
        self.lr = lr
        self.alpha = alpha
        self.eps = eps
        self.averages = [torch.zeros_like(p) for p in self.params]
        # No student has to: this keeps the search for small examples from calls that make no sense.
        if not self.params or lr <= 0 or eps <= 0 or not 0 <= alpha < 1:
            raise ValueError("parameters, a positive lr and eps and an alpha from 0 to below 1 are wanted")

    @torch.no_grad()
    def step(self) -> None:
        """v <- alpha * v + (1 - alpha) * gradient², then p <- p - lr * gradient / (√v + eps)."""
        for p, average in zip(self.params, self.averages, strict=True):
            if p.grad is not None:
                average.mul_(self.alpha).add_((1 - self.alpha) * p.grad.square())
                p.sub_(self.lr * p.grad / (average.sqrt() + self.eps))

    def zero_grad(self) -> None:
        """Forget all gradients; the averages stay."""
        for p in self.params:
            p.grad = None
