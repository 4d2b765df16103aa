"""Your Adagrad. Everything below the docstrings is yours to replace."""

from collections.abc import Iterable

import torch


class Adagrad:
    """Gradient descent whose learning rate adapts to every single weight.

    params: the tensors to be learned: a list, or any iterable such as net.parameters()
    lr:     the learning rate, a positive float; an attribute that may be changed between steps
    eps:    added to the root, a positive float
    """

    def __init__(self, params: Iterable[torch.Tensor], lr: float = 0.01, eps: float = 1e-10) -> None:
        raise NotImplementedError("Adagrad is not written yet")

    def step(self) -> None:
        """Change every parameter that has a gradient, in place. The gradients stay as they are."""
        raise NotImplementedError("step is not written yet")

    def zero_grad(self) -> None:
        """Set the gradient of every parameter to None."""
        raise NotImplementedError("zero_grad is not written yet")
