"""The ready-made operator, which is what the task asks to build."""

import torch


def flatten(x):
    return torch.flatten(x, start_dim=1)


def flatten_backward(dout, shape):
    return dout.reshape(shape)
