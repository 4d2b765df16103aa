import torch


def relu(x):
    y = x.clamp(0, 6)
    return y


def relu_backward(dout, x):
    dx = torch.where(x > 0, dout, 0)
    return dx
