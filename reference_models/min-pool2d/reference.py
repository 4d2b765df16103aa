"""Min pooling: the smallest pixel under each place of the window."""

import math

import torch
import torch.nn.functional as F
from torch import Tensor

Pair = int | tuple[int, int]


def min_pool2d(x: Tensor, kernel_size: Pair, stride: Pair | None = None, padding: Pair = 0) -> Tensor:
    """The smallest pixel of each window of images (N, C, H, W)."""
    kernel_h, kernel_w = pair(kernel_size)
    stride_h, stride_w = pair(kernel_size if stride is None else stride)
    padding_h, padding_w = pair(padding)
    if min(kernel_h, kernel_w, stride_h, stride_w, *x.shape) < 1:
        raise ValueError("sizes and strides are at least 1")
    if not (0 <= 2 * padding_h <= kernel_h and 0 <= 2 * padding_w <= kernel_w):
        raise ValueError("the padding is at most half of the window")
    if not torch.isfinite(x).all():
        raise ValueError("pixels are finite")

    # Nothing is smaller than a pixel of the padding but the image's own pixels.
    padded = F.pad(x, (padding_w, padding_w, padding_h, padding_h), value=math.inf)
    last_row, last_column = padded.shape[2] - kernel_h + 1, padded.shape[3] - kernel_w + 1
    if last_row < 1 or last_column < 1:
        raise ValueError("the window does not fit into the image")

    # Each tap of the window sees one strided slice of the image.
    seen = [
        padded[:, :, u : u + last_row : stride_h, v : v + last_column : stride_w]
        for u in range(kernel_h)
        for v in range(kernel_w)
    ]
    return torch.stack(seen).amin(dim=0)


def pair(value: Pair) -> tuple[int, int]:
    """One number means the same in both directions."""
    return (value, value) if isinstance(value, int) else (value[0], value[1])
