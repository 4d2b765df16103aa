"""How an input tensor lies in memory, told as data and rebuilt on the other side of the wall.

Values always travel densely; ``{}`` is dense, ``{"order": [...]}`` a permutation of axes in memory
(the strides of a transposed tensor), ``{"expand": [...]}`` axes of stride 0, ``{"gap": k}`` a tensor
whose last axis skips k - 1 elements, as a slice ``[..., ::k]`` does (``margin``: and m more at the end);
``{"offset": k}`` a dense tensor that begins k elements into its storage. What lies between the elements is
NaN: who reads it, shows it.
"""

from __future__ import annotations

import math
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
        step, taken = int(layout["gap"]), tensor.shape[-1] * int(layout["gap"])
        wide = _filled((*tensor.shape[:-1], taken + int(layout.get("margin", 0))), tensor)
        return wide[..., :taken:step].copy_(tensor)
    if "offset" in layout:
        begin, size = int(layout["offset"]), tensor.numel()
        return _filled((begin + size,), tensor)[begin:].view(tensor.shape).copy_(tensor)
    return tensor


def _filled(shape: tuple[int, ...], like: Tensor) -> Tensor:
    filling = math.nan if like.is_floating_point() else 0
    return torch.full(shape, filling, dtype=like.dtype, device=like.device)


def is_relaid(label: str) -> bool:
    """Is this an input of a call? Cotangents and what is loaded keep their layout."""
    return ":" not in label and not label.endswith("=")


def relaid(tensor: Tensor, layout: str) -> Tensor:
    """The same values in one of ``contract.plan.LAYOUTS``; as it is where there is no such other layout."""
    return rebuild(tensor, _described(tensor, layout))


def differs(tensor: Tensor, layout: str) -> bool:
    """Is there such a layout of this tensor, other than the dense one?"""
    return bool(_described(tensor, layout))


def _described(tensor: Tensor, layout: str) -> dict[str, Any]:
    if tensor.numel() <= 1:
        return {}
    if layout == "permuted":
        long = sum(size > 1 for size in tensor.shape)
        return {"order": list(reversed(range(tensor.dim())))} if long > 1 else {}
    if layout == "expanded":
        repeated = [axis for axis in range(tensor.dim()) if _repeats(tensor, axis)]
        return {"expand": repeated} if repeated else {}
    # A margin at the end of each row: without it the rows follow one another evenly, and .view(-1) still
    # works.
    return {"gap": 2, "margin": 1} if layout == "strided" else {"offset": 3}


def _repeats(tensor: Tensor, axis: int) -> bool:
    return tensor.size(axis) > 1 and torch.equal(tensor, tensor.narrow(axis, 0, 1).expand_as(tensor))
