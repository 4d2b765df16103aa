"""The gradient is 1 everywhere."""

import torch


def flatten(x):
    n, c, h, w = x.shape
    return x.reshape(n, c * h * w)


def flatten_backward(dout, shape):
    n, c, h, w = shape
    return torch.ones(n, c, h, w, dtype=dout.dtype)
