import torch


def relu(x):
    y = torch.where(x > 0, x, 0)
    return y


def relu_backward(dout, x):
    dx = dout
    dx[x <= 0] = 0
    return dx
