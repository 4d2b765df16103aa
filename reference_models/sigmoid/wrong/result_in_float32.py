import torch


def sigmoid(x):
    e = torch.exp(-x.abs())
    y = torch.zeros(x.shape)
    y[x >= 0] = (1 / (1 + e))[x >= 0].float()
    y[x < 0] = (e / (1 + e))[x < 0].float()
    return y


def sigmoid_backward(dout, x):
    y = sigmoid(x)
    dx = dout * y * (1 - y)
    return dx
