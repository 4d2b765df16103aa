"""The numbers are copied into a tensor of the default dtype."""

import torch


def flatten(x):
    n, c, h, w = x.shape
    y = torch.zeros(n, c * h * w)
    for k in range(n):
        y[k] = x[k].reshape(c * h * w)
    return y


def flatten_backward(dout, shape):
    n, c, h, w = shape
    return dout.reshape(n, c, h, w)
