"""The output is as large as the window."""

import math

import torch
import torch.nn.functional as F


def min_pool2d(x, kernel_size, stride=None, padding=0):
    (kh, kw), (sh, sw), (ph, pw) = pairs(kernel_size, stride, padding)
    xp = F.pad(x, (pw, pw, ph, ph), value=math.inf)
    oh, ow = kh, kw
    y = torch.zeros(*x.shape[:2], oh, ow, dtype=x.dtype)
    for i in range(oh):
        for j in range(ow):
            window = xp[:, :, i * sh : i * sh + kh, j * sw : j * sw + kw]
            if window.numel():
                y[:, :, i, j] = window.amin(dim=(2, 3))
    return y


def pairs(kernel_size, stride, padding):
    stride = kernel_size if stride is None else stride
    return [(v, v) if isinstance(v, int) else tuple(v) for v in (kernel_size, stride, padding)]
