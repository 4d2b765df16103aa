"""How an input tensor lies in memory, told as data and rebuilt on the other side of the wall.

Values always travel densely; ``{}`` is dense, ``{"order": [...]}`` a permutation of axes in memory
(the strides of a transposed tensor), ``{"expand": [...]}`` axes of stride 0, ``{"gap": k}`` a tensor
whose last axis skips k - 1 elements, as a slice ``[..., ::k]`` does.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor


def describe(tensor: Tensor) -> dict[str, Any]:
    """The layout of a strided tensor."""
    if tensor.is_contiguous() or tensor.numel() <= 1:
        return {}
    expanded = [axis for axis in range(tensor.dim()) if tensor.stride(axis) == 0 and tensor.size(axis) > 1]
    if expanded:
        return {"expand": expanded}
    strides = tensor.stride()
    order = sorted(range(tensor.dim()), key=lambda axis: (-strides[axis], axis))
    if tensor.permute(order).is_contiguous():
        return {"order": order}
    return {"gap": 2}


def rebuild(tensor: Tensor, layout: dict[str, Any]) -> Tensor:
    """A tensor of the same values that lies in memory as ``layout`` says."""
    if "order" in layout:
        order = [int(axis) for axis in layout["order"]]
        inverse = [order.index(axis) for axis in range(len(order))]
        return tensor.permute(order).contiguous().permute(inverse)
    if "expand" in layout:
        axes = {int(axis) for axis in layout["expand"]}
        kept = tuple(slice(0, 1) if axis in axes else slice(None) for axis in range(tensor.dim()))
        return tensor[kept].clone().expand(tensor.shape)
    if "gap" in layout:
        step = int(layout["gap"])
        wide = torch.zeros(*tensor.shape[:-1], tensor.shape[-1] * step, dtype=tensor.dtype)
        view = wide[..., ::step]
        view.copy_(tensor)
        return view
    return tensor
