"""Your gradient clipping. Everything below the docstring is yours to replace."""

from collections.abc import Iterable

import torch


def clip_grad_norm(params: Iterable[torch.Tensor], max_norm: float) -> torch.Tensor:
    """Shorten all gradients together so that their common norm is at most max_norm.

    params:   tensors, of which some may have no gradient (p.grad is None): a list, or any iterable
              such as net.parameters()
    max_norm: the largest norm allowed, a positive float

    Changes p.grad of the parameters; the parameters themselves stay. Returns the norm that the
    gradients had before, a tensor of shape (), 0 where there are none. There is nothing to raise.
    """
    raise NotImplementedError("clip_grad_norm is not written yet")
