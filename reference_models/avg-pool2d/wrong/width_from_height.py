"""The output's width is counted from the image's height."""

import torch
import torch.nn.functional as F


def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    (kh, kw), (sh, sw), (ph, pw) = pairs(kernel_size, stride, padding)
    xp = F.pad(x, (pw, pw, ph, ph))
    counts = F.pad(torch.ones_like(x), (pw, pw, ph, ph), value=float(count_include_pad))
    oh = (xp.shape[2] - kh) // sh + 1
    ow = oh
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
