"""Pixels as numbers between 0 and 1, and any channel as pixels again."""

import torch
from torch import Tensor


def pixels_to_unit(x: Tensor) -> Tensor:
    """Pixels of type uint8, 0 to 255, as float32 from 0 to 1."""
    if x.dtype != torch.uint8:
        raise ValueError("pixels are uint8")
    return x.to(torch.float32) / 255


def minmax_scale(x: Tensor, low: float = 0.0, high: float = 255.0) -> Tensor:
    """Each channel of (N, C, H, W) stretched so that its smallest value is low and its largest one high."""
    if x.dim() != 4 or not x.numel() or not torch.isfinite(x).all() or not low < high:
        raise ValueError("x holds finite values of shape (N, C, H, W), and low is below high")
    smallest = x.amin(dim=(2, 3), keepdim=True)
    span = x.amax(dim=(2, 3), keepdim=True) - smallest
    # A constant channel has no span. Its differences are 0 whatever they are divided by.
    share = (x - smallest) / torch.where(span == 0, 1, span)
    return low + share * (high - low)
