"""Your Adam. Everything below the docstrings is yours to replace."""

from collections.abc import Iterable

import torch


class Adam:
    """Adam, with weight decay in the gradient or decoupled from it (AdamW).

    params:       the tensors to be learned: a list, or any iterable such as net.parameters()
    lr:           the learning rate, a positive float; an attribute that may be changed between steps
    betas:        weights of the old averages, of the gradient and of its square, from 0 to below 1
    eps:          added to the root, a positive float
    weight_decay: lambda, 0 or more
    decoupled_weight_decay: False: lambda * p is added to the gradient; True: p shrinks by itself
    """

    def __init__(
        self,
        params: Iterable[torch.Tensor],
        lr: float = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        weight_decay: float = 0.0,
        decoupled_weight_decay: bool = False,
    ) -> None:
        raise NotImplementedError("Adam is not written yet")

    def step(self) -> None:
        """Change every parameter that has a gradient, in place. The gradients stay as they are."""
        raise NotImplementedError("step is not written yet")

    def zero_grad(self) -> None:
        """Set the gradient of every parameter to None."""
        raise NotImplementedError("zero_grad is not written yet")
