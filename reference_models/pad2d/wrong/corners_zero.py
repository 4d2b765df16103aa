"""The corners of replicate padding stay zero."""

import torch


def pad2d(x, padding, mode="zeros"):
    left, right, top, bottom = sides(padding)
    if mode not in ("zeros", "replicate"):
        raise ValueError("no such mode")
    if min(left, right, top, bottom) < 0:
        raise ValueError("negative padding")
    n, c, h, w = x.shape
    if mode == "zeros":
        y = torch.zeros(n, c, top + h + bottom, left + w + right, dtype=x.dtype)
        y[:, :, top : top + h, left : left + w] = x
        return y
    rows = [min(max(i, 0), h - 1) for i in range(-top, h + bottom)]
    columns = [min(max(j, 0), w - 1) for j in range(-left, w + right)]
    y = torch.zeros(n, c, top + h + bottom, left + w + right, dtype=x.dtype)
    y[:, :, :, left : left + w] = x[:, :, rows]
    y[:, :, top : top + h] = x[:, :, :, columns]
    return y


def sides(padding):
    return (padding,) * 4 if isinstance(padding, int) else tuple(padding)
