"""F.pad is told top and bottom first, but it begins with the last axis."""

import torch
import torch.nn.functional as F


def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    (kh, kw), (sh, sw), (ph, pw) = pairs(kernel_size, stride, padding)
    xp = F.pad(x, (ph, ph, pw, pw))
    counts = F.pad(torch.ones_like(x), (ph, ph, pw, pw), value=float(count_include_pad))
    oh = (xp.shape[2] - kh) // sh + 1
    ow = (xp.shape[3] - kw) // sw + 1
    y = torch.zeros(*x.shape[:2], oh, ow, dtype=x.dtype)
    for i in range(oh):
        for j in range(ow):
            rows, columns = slice(i * sh, i * sh + kh), slice(j * sw, j * sw + kw)
            total = xp[:, :, rows, columns].sum(dim=(2, 3))
            number = counts[:, :, rows, columns].sum(dim=(2, 3))
            y[:, :, i, j] = total / number
    return y


def pairs(kernel_size, stride, padding):
    stride = kernel_size if stride is None else stride
    return [(v, v) if isinstance(v, int) else tuple(v) for v in (kernel_size, stride, padding)]
