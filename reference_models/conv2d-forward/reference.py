"""2-D convolution in three moves: pad, gather what the kernel sees, multiply matrices."""

import torch
import torch.nn.functional as F
from torch import Tensor


def conv2d(
    x: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] = 0,
    dilation: int | tuple[int, int] = 1,
    groups: int = 1,
) -> Tensor:
    """Cross-correlation of images (N, C, H, W) with kernels (O, C // groups, Kh, Kw)."""
    stride_h, stride_w = pair(stride)
    padding_h, padding_w = pair(padding)
    dilation_h, dilation_w = pair(dilation)
    images, channels, height, width = x.shape
    kernels, group_channels, kernel_h, kernel_w = weight.shape

    out_h = (height + 2 * padding_h - dilation_h * (kernel_h - 1) - 1) // stride_h + 1
    out_w = (width + 2 * padding_w - dilation_w * (kernel_w - 1) - 1) // stride_w + 1

    # F.pad counts from the last axis backwards: left, right, top, bottom.
    padded = F.pad(x, (padding_w, padding_w, padding_h, padding_h))

    # One tap of the kernel meets the same place of every window: a strided slice of the image.
    seen = []
    for u in range(kernel_h):
        for v in range(kernel_w):
            top, left = u * dilation_h, v * dilation_w
            seen.append(
                padded[
                    :,
                    :,
                    top : top + out_h * stride_h : stride_h,
                    left : left + out_w * stride_w : stride_w,
                ]
            )
    patches = torch.stack(seen, dim=2)  # (N, C, Kh * Kw, Hout, Wout)

    # Each group is one matrix product: (O/G, C/G * taps) times (C/G * taps, positions).
    taps = group_channels * kernel_h * kernel_w
    patches = patches.reshape(images, groups, taps, out_h * out_w)
    matrix = weight.reshape(groups, kernels // groups, taps)
    y = (matrix @ patches).reshape(images, kernels, out_h, out_w)

    if bias is not None:
        y = y + bias.reshape(1, kernels, 1, 1)
    return y


def pair(value: int | tuple[int, int]) -> tuple[int, int]:
    """One number means the same in both directions."""
    return (value, value) if isinstance(value, int) else (value[0], value[1])
