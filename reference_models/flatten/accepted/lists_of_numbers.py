"""Plain lists of numbers, made a tensor again."""

import torch


def flatten(x):
    lines = [[v for channel in image for row in channel for v in row] for image in x.tolist()]
    return torch.tensor(lines, dtype=x.dtype)


def flatten_backward(dout, shape):
    copied = torch.tensor(dout.tolist(), dtype=dout.dtype)
    return copied.view(tuple(shape))
