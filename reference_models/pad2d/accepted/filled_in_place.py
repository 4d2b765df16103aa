"""A tensor of the new size is filled in place, the border from the rows and columns inside it."""

import torch


def pad2d(x, padding, mode="zeros"):
    sides = [padding] * 4 if isinstance(padding, int) else list(padding)
    if mode not in ["zeros", "replicate"] or sorted(sides)[0] < 0:
        raise ValueError("cannot pad like this")
    left, right, top, bottom = sides
    n, c, height, width = x.shape
    y = torch.zeros((n, c, height + top + bottom, width + left + right), dtype=x.dtype)
    y[..., top : top + height, left : left + width] = x
    if mode == "replicate":
        for i in range(top):
            y[:, :, i, left : left + width] = x[:, :, 0]
        for i in range(top + height, y.shape[2]):
            y[:, :, i, left : left + width] = x[:, :, -1]
        y = y.clone()
        inner = y[:, :, :, left : left + width].clone()
        for j in range(left):
            y[:, :, :, j] = inner[:, :, :, 0]
        for j in range(left + width, y.shape[3]):
            y[:, :, :, j] = inner[:, :, :, -1]
    return y
