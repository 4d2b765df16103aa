"""Number by number, at the place that the formula names."""

import torch


def flatten(x):
    n, c, h, w = x.shape
    y = torch.empty((n, c * h * w), dtype=x.dtype)
    for channel in range(c):
        for i in range(h):
            for j in range(w):
                y[:, (channel * h + i) * w + j] = x[:, channel, i, j]
    return y


def flatten_backward(dout, shape):
    n, c, h, w = shape
    dx = torch.empty((n, c, h, w), dtype=dout.dtype)
    for channel in range(c):
        for i in range(h):
            for j in range(w):
                dx[:, channel, i, j] = dout[:, (channel * h + i) * w + j]
    return dx
