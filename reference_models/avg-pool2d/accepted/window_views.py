"""All windows as a view, and those of an image of ones to count by."""

import torch
import torch.nn.functional as F


def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    kh, kw = pair(kernel_size)
    sh, sw = (kh, kw) if stride is None else pair(stride)
    ph, pw = pair(padding)

    def sums(image):
        wide = F.pad(image, (pw, pw, ph, ph))
        return wide.unfold(2, kh, sh).unfold(3, kw, sw).sum(dim=(-1, -2))

    return sums(x) / (kh * kw if count_include_pad else sums(torch.ones_like(x)))


def pair(value):
    return (value, value) if isinstance(value, int) else tuple(value)
