"""Your RMSprop. Everything below the docstrings is yours to replace."""

from collections.abc import Iterable

import torch


class RMSprop:
    """Gradient descent with a learning rate for every weight, from its recent gradients.

    params: the tensors to be learned: a list, or any iterable such as net.parameters()
    lr:     the learning rate, a positive float; an attribute that may be changed between steps
    alpha:  weight of the old average of squares, from 0 to below 1
    eps:    added to the root, a positive float
    """

    def __init__(
        self, params: Iterable[torch.Tensor], lr: float = 0.01, alpha: float = 0.99, eps: float = 1e-8
    ) -> None:
        raise NotImplementedError("RMSprop is not written yet")

    def step(self) -> None:
        """Change every parameter that has a gradient, in place. The gradients stay as they are."""
        raise NotImplementedError("step is not written yet")

    def zero_grad(self) -> None:
        """Set the gradient of every parameter to None."""
        raise NotImplementedError("zero_grad is not written yet")
