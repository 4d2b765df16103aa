"""Clipping value by value, as torch.nn.utils.clip_grad_value_ does it."""

from collections.abc import Iterable

from torch import Tensor


def clip_grad_value(params: Iterable[Tensor], clip_value: float) -> None:
    """Cut off, in place, whatever lies outside -clip_value to clip_value."""
    # No student has to: this keeps the search for small examples from calls that make no sense.
    if clip_value <= 0:
        raise ValueError("clip_value must be positive")

    for p in params:
        if p.grad is not None:
            p.grad.clamp_(-clip_value, clip_value)
