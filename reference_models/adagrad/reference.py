"""Adagrad, as torch.optim.Adagrad does it with its defaults."""

from collections.abc import Iterable

import torch
from torch import Tensor


class Adagrad:
    """Every weight steps by its gradient over the root of the sum of all its squared gradients."""

    def __init__(self, params: Iterable[Tensor], lr: float = 0.01, eps: float = 1e-10) -> None:
        self.params = list(params)
        self.lr = lr
        self.eps = eps
        self.sums = [torch.zeros_like(p) for p in self.params]
        # No student has to: this keeps the search for small examples from calls that make no sense.
        if not self.params or lr <= 0 or eps <= 0:
            raise ValueError("parameters, a positive lr and a positive eps are wanted")

    @torch.no_grad()
    def step(self) -> None:
        """s <- s + gradient², then p <- p - lr * gradient / (√s + eps)."""
        for p, total in zip(self.params, self.sums, strict=True):
            if p.grad is not None:
                total.add_(p.grad.square())
                p.sub_(self.lr * p.grad / (total.sqrt() + self.eps))

    def zero_grad(self) -> None:
        """Forget all gradients; the sums stay."""
        for p in self.params:
            p.grad = None
