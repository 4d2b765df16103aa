"""A loop with the math module; each side of zero has its own fraction."""

import math

import torch


def sigmoid(x):
    values = [of(value) for value in x.reshape(-1).tolist()]
    return torch.tensor(values, dtype=x.dtype).reshape(x.shape)


def of(value):
    if value < 0:
        e = math.exp(value)
        return e / (1 + e)
    return 1 / (1 + math.exp(-value))


def sigmoid_backward(dout, x):
    out = torch.empty_like(x).reshape(-1)
    for k, (g, value) in enumerate(zip(dout.reshape(-1).tolist(), x.reshape(-1).tolist())):
        out[k] = g * of(value) * of(-value)
    return out.reshape(x.shape)
