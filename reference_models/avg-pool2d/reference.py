"""Average pooling: the sum of the taps of each window, divided by how many of them count."""

import torch
import torch.nn.functional as F
from torch import Tensor

Pair = int | tuple[int, int]


def avg_pool2d(
    x: Tensor,
    kernel_size: Pair,
    stride: Pair | None = None,
    padding: Pair = 0,
    count_include_pad: bool = True,
) -> Tensor:
    """The mean of each window of images (N, C, H, W)."""
    kernel_h, kernel_w = pair(kernel_size)
    stride_h, stride_w = pair(kernel_size if stride is None else stride)
    padding_h, padding_w = pair(padding)
    if min(kernel_h, kernel_w, stride_h, stride_w, *x.shape) < 1:
        raise ValueError("sizes and strides are at least 1")
    if not (0 <= 2 * padding_h <= kernel_h and 0 <= 2 * padding_w <= kernel_w):
        raise ValueError("the padding is at most half of the window")

    border = (padding_w, padding_w, padding_h, padding_h)
    padded = F.pad(x, border)
    # 1 where a pixel counts, 0 where it does not.
    counts = F.pad(torch.ones_like(x[:1, :1]), border, value=float(count_include_pad))
    last_row, last_column = padded.shape[2] - kernel_h + 1, padded.shape[3] - kernel_w + 1
    if last_row < 1 or last_column < 1:
        raise ValueError("the window does not fit into the image")

    total, number = 0.0, 0.0
    for u in range(kernel_h):
        for v in range(kernel_w):
            tap = (..., slice(u, u + last_row, stride_h), slice(v, v + last_column, stride_w))
            total, number = total + padded[tap], number + counts[tap]
    return total / number


def pair(value: Pair) -> tuple[int, int]:
    """One number means the same in both directions."""
    return (value, value) if isinstance(value, int) else (value[0], value[1])
