"""Your gradient clipping. Everything below the docstring is yours to replace."""

from collections.abc import Iterable

import torch


def clip_grad_value(params: Iterable[torch.Tensor], clip_value: float) -> None:
    """Cut all gradient values off at -clip_value and clip_value.

    params:     tensors, of which some may have no gradient (p.grad is None): a list, or any iterable
                such as net.parameters()
    clip_value: the largest size allowed, a positive float

    Changes p.grad of the parameters and returns nothing; the parameters themselves stay. There is
    nothing to raise.
    """
    raise NotImplementedError("clip_grad_value is not written yet")
