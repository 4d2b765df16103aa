"""Padding: every place of the result names the pixel that it shows, or shows a zero."""

import torch
from torch import Tensor


def pad2d(x: Tensor, padding: int | tuple[int, int, int, int], mode: str = "zeros") -> Tensor:
    """Images (N, C, H, W) with a border of zeros, or of copies of the nearest pixel."""
    left, right, top, bottom = (padding,) * 4 if isinstance(padding, int) else padding
    if mode not in ("zeros", "replicate"):
        raise ValueError("the mode is zeros or replicate")
    if min(left, right, top, bottom) < 0:
        raise ValueError("a padding is at least 0")
    images, channels, height, width = x.shape
    if min(x.shape) < 1:
        raise ValueError("every size is at least 1")

    if mode == "zeros":
        y = x.new_zeros(images, channels, top + height + bottom, left + width + right)
        y[:, :, top : top + height, left : left + width] = x
        return y

    # Where row -1 would be, row 0 is the nearest one; where row H would be, it is row H - 1.
    rows = torch.arange(-top, height + bottom).clamp(0, height - 1)
    columns = torch.arange(-left, width + right).clamp(0, width - 1)
    return x[:, :, rows[:, None], columns]
