"""Sums over rectangles from one table of running sums, in float64."""

import torch
import torch.nn.functional as F


def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    (kh, kw), (ph, pw) = pair(kernel_size), pair(padding)
    sh, sw = (kh, kw) if stride is None else pair(stride)
    h, w = x.shape[2:]
    oh, ow = (h + 2 * ph - kh) // sh + 1, (w + 2 * pw - kw) // sw + 1

    # Each window, clipped to the image.
    top, left = torch.arange(oh) * sh - ph, torch.arange(ow) * sw - pw
    bottom, right = (top + kh).clamp(max=h), (left + kw).clamp(max=w)
    top, left = top.clamp(min=0), left.clamp(min=0)

    table = F.pad(x.double(), (1, 0, 1, 0)).cumsum(dim=2).cumsum(dim=3)
    rows = table[:, :, bottom] - table[:, :, top]
    total = rows[..., right] - rows[..., left]
    pixels = (bottom - top)[:, None] * (right - left)
    return (total / (kh * kw if count_include_pad else pixels)).to(x.dtype)


def pair(value):
    return (value, value) if isinstance(value, int) else tuple(value)
