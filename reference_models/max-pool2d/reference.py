"""Max pooling and its backward pass: each window passes one pixel on, and sends its gradient back to it."""

import math

import torch
import torch.nn.functional as F
from torch import Tensor

Pair = int | tuple[int, int]


def max_pool2d(x: Tensor, kernel_size: Pair, stride: Pair | None = None, padding: Pair = 0) -> Tensor:
    """The largest pixel of each window of images (N, C, H, W)."""
    seen, _ = gather(x, kernel_size, stride, padding)
    return seen.amax(dim=2)


def max_pool2d_backward(
    dout: Tensor, x: Tensor, kernel_size: Pair, stride: Pair | None = None, padding: Pair = 0
) -> Tensor:
    """Each window's gradient goes to its largest pixel; of several, to the first one."""
    seen, places = gather(x, kernel_size, stride, padding)
    if dout.shape != (*seen.shape[:2], *seen.shape[3:]):
        raise ValueError("dout does not have the shape of the output")

    # argmax names the first of equal values, and the taps stand in reading order.
    winner = seen.argmax(dim=2, keepdim=True)  # (N, C, 1, Hout, Wout)
    target = places.expand_as(seen).gather(2, winner).flatten(2)  # places in the padded image

    height, width = x.shape[2:]
    (padding_h, padding_w) = pair(padding)
    padded_w = width + 2 * padding_w
    grad = dout.new_zeros(*x.shape[:2], (height + 2 * padding_h) * padded_w)
    grad.scatter_add_(2, target, dout.flatten(2))  # a pixel may win in several windows
    grad = grad.unflatten(2, (-1, padded_w))
    return grad[:, :, padding_h : padding_h + height, padding_w : padding_w + width].contiguous()


def gather(x: Tensor, kernel_size: Pair, stride: Pair | None, padding: Pair) -> tuple[Tensor, Tensor]:
    """What each tap of the window sees, (N, C, Kh * Kw, Hout, Wout), and where in the padded image."""
    kernel_h, kernel_w = pair(kernel_size)
    stride_h, stride_w = pair(kernel_size if stride is None else stride)
    padding_h, padding_w = pair(padding)
    if min(kernel_h, kernel_w, stride_h, stride_w, *x.shape) < 1:
        raise ValueError("sizes and strides are at least 1")
    if not (0 <= 2 * padding_h <= kernel_h and 0 <= 2 * padding_w <= kernel_w):
        raise ValueError("the padding is at most half of the window")
    if not torch.isfinite(x).all():
        raise ValueError("pixels are finite")

    padded = F.pad(x, (padding_w, padding_w, padding_h, padding_h), value=-math.inf)
    height, width = padded.shape[2:]
    if height < kernel_h or width < kernel_w:
        raise ValueError("the window does not fit into the image")
    place = torch.arange(height * width).view(height, width)
    last_row, last_column = height - kernel_h + 1, width - kernel_w + 1

    taps = [
        (..., slice(u, u + last_row, stride_h), slice(v, v + last_column, stride_w))
        for u in range(kernel_h)
        for v in range(kernel_w)
    ]
    return torch.stack([padded[tap] for tap in taps], dim=2), torch.stack([place[tap] for tap in taps])


def pair(value: Pair) -> tuple[int, int]:
    """One number means the same in both directions."""
    return (value, value) if isinstance(value, int) else (value[0], value[1])
