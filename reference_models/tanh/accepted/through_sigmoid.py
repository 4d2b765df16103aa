"""tanh is the sigmoid of twice the argument, stretched to twice its height and moved down by one."""

import torch


def tanh(x):
    return 2 * torch.sigmoid(2 * x) - 1


def tanh_backward(dout, x):
    y = tanh(x)
    return (1 + y) * (1 - y) * dout
