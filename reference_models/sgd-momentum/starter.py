"""Your SGDMomentum. Everything below the docstrings is yours to replace."""

from collections.abc import Iterable

import torch


class SGDMomentum:
    """Stochastic gradient descent with momentum.

    params:   the tensors to be learned: a list, or any iterable such as net.parameters()
    lr:       the learning rate, a positive float; an attribute that may be changed between steps
    momentum: weight of the old velocity, from 0 to below 1
    """

    def __init__(self, params: Iterable[torch.Tensor], lr: float, momentum: float = 0.9) -> None:
        raise NotImplementedError("SGDMomentum is not written yet")

    def step(self) -> None:
        """Change every parameter that has a gradient, in place. The gradients stay as they are."""
        raise NotImplementedError("step is not written yet")

    def zero_grad(self) -> None:
        """Set the gradient of every parameter to None."""
        raise NotImplementedError("zero_grad is not written yet")
