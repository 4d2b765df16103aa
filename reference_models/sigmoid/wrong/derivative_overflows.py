import torch


def sigmoid(x):
    e = torch.exp(-x.abs())
    y = torch.where(x >= 0, 1 / (1 + e), e / (1 + e))
    return y


def sigmoid_backward(dout, x):
    e = torch.exp(-x)
    dx = dout * e / (1 + e) ** 2
    return dx
