"""A loop with the math module."""

import math

import torch


def tanh(x):
    values = [of(value) for value in x.reshape(-1).tolist()]
    return torch.tensor(values, dtype=x.dtype).reshape(x.shape)


def of(value):
    e = math.exp(-2 * abs(value))
    return math.copysign((1 - e) / (1 + e), value)


def tanh_backward(dout, x):
    out = torch.empty_like(x).reshape(-1)
    for k, (g, value) in enumerate(zip(dout.reshape(-1).tolist(), x.reshape(-1).tolist())):
        out[k] = g - g * of(value) ** 2
    return out.reshape(x.shape)
