"""Clipping by the common norm of all gradients, as torch.nn.utils.clip_grad_norm_ does it."""

from collections.abc import Iterable

import torch
from torch import Tensor


def clip_grad_norm(params: Iterable[Tensor], max_norm: float) -> Tensor:
    """Scale all gradients by one number so that their norm is at most max_norm; the norm before."""
    # No student has to: this keeps the search for small examples from calls that make no sense.
    if max_norm <= 0:
        raise ValueError("max_norm must be positive")

    gradients = [p.grad for p in params if p.grad is not None]
    if not gradients:
        return torch.tensor(0.0)

    # The norm of the norms is the norm of everything laid end to end.
    total = torch.stack([gradient.norm() for gradient in gradients]).norm()

    if total > max_norm:
        for gradient in gradients:
            gradient.mul_(max_norm / total)
    return total
