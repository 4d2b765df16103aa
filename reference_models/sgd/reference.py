"""Stochastic gradient descent with weight decay, as torch.optim.SGD does it without momentum."""

from collections.abc import Iterable

import torch
from torch import Tensor


class SGD:
    """Steps against the gradient of every parameter that has one."""

    def __init__(self, params: Iterable[Tensor], lr: float, weight_decay: float = 0.0) -> None:
        # A generator such as net.parameters() can be walked through only once.
        self.params = list(params)
        self.lr = lr
        self.weight_decay = weight_decay
        # No student has to: this keeps the search for small examples from calls that make no sense.
        if not self.params or lr <= 0 or weight_decay < 0:
            raise ValueError("parameters, a positive lr and a weight_decay of 0 or more are wanted")

    @torch.no_grad()
    def step(self) -> None:
        """p <- p - lr * (gradient + weight_decay * p), in place and outside the graph."""
        for p in self.params:
            if p.grad is not None:
                direction = p.grad + self.weight_decay * p
                p.sub_(self.lr * direction)

    def zero_grad(self) -> None:
        """Forget all gradients."""
        for p in self.params:
            p.grad = None
