import torch


def relu(x):
    y = x
    y[y < 0] = 0
    return y


def relu_backward(dout, x):
    dx = torch.where(x > 0, dout, 0)
    return dx
