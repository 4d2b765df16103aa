"""Adam and AdamW, as torch.optim has them: averages of gradients and of squares, both corrected."""

from collections.abc import Iterable

import torch
from torch import Tensor


class Adam:
    """Every weight steps by the mean of its gradients over the root of the mean of their squares."""

    def __init__(
        self,
        params: Iterable[Tensor],
        lr: float = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        weight_decay: float = 0.0,
        decoupled_weight_decay: bool = False,
    ) -> None:
        self.params = list(params)
        self.lr = lr
        self.beta1, self.beta2 = betas
        self.eps = eps
        self.weight_decay = weight_decay
        self.decoupled_weight_decay = decoupled_weight_decay
        self.steps = 0
        self.means = [torch.zeros_like(p) for p in self.params]
        self.squares = [torch.zeros_like(p) for p in self.params]
        # No student has to: this keeps the search for small examples from calls that make no sense.
        if not self.params or lr <= 0 or eps <= 0 or weight_decay < 0:
            raise ValueError("parameters, a positive lr and eps, and no negative decay are wanted")
        if not 0 <= self.beta1 < 1 or not 0 <= self.beta2 < 1:
            raise ValueError("betas from 0 to below 1 are wanted")

    @torch.no_grad()
    def step(self) -> None:
        """One step for every parameter that has a gradient."""
        self.steps += 1
        for p, mean, square in zip(self.params, self.means, self.squares, strict=True):
            if p.grad is not None:
                self._step(p, mean, square)

    def _step(self, p: Tensor, mean: Tensor, square: Tensor) -> None:
        gradient = p.grad
        if self.decoupled_weight_decay:
            p.mul_(1 - self.lr * self.weight_decay)
        else:
            gradient = gradient + self.weight_decay * p

        mean.mul_(self.beta1).add_((1 - self.beta1) * gradient)
        square.mul_(self.beta2).add_((1 - self.beta2) * gradient.square())

        # Averages that began at 0 are too small at first; this makes up for it.
        corrected_mean = mean / (1 - self.beta1**self.steps)
        corrected_square = square / (1 - self.beta2**self.steps)
        p.sub_(self.lr * corrected_mean / (corrected_square.sqrt() + self.eps))

    def zero_grad(self) -> None:
        """Forget all gradients; the averages stay."""
        for p in self.params:
            p.grad = None
