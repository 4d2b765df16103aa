"""Gradient descent with momentum, as torch.optim.SGD(momentum=…) does it without dampening."""

from collections.abc import Iterable

import torch
from torch import Tensor


class SGDMomentum:
    """Steps along a velocity, in which the gradients of all steps so far fade."""

    def __init__(self, params: Iterable[Tensor], lr: float, momentum: float = 0.9) -> None:
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]
        # No student has to: this keeps the search for small examples from calls that make no sense.
        if not self.params or lr <= 0 or not 0 <= momentum < 1:
            raise ValueError("parameters, a positive lr and a momentum from 0 to below 1 are wanted")

    @torch.no_grad()
    def step(self) -> None:
        """v <- momentum * v + gradient, then p <- p - lr * v."""
        for p, velocity in zip(self.params, self.velocities, strict=True):
            if p.grad is not None:
                velocity.mul_(self.momentum).add_(p.grad)
                p.sub_(self.lr * velocity)

    def zero_grad(self) -> None:
        """Forget all gradients; velocities stay."""
        for p in self.params:
            p.grad = None
