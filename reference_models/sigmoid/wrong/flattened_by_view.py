import torch


def sigmoid(x):
    shape = x.shape
    x = x.view(-1)
    e = torch.exp(-x.abs())
    y = torch.where(x >= 0, 1 / (1 + e), e / (1 + e))
    y = y.reshape(shape)
    return y


def sigmoid_backward(dout, x):
    y = sigmoid(x)
    dx = dout * y * (1 - y)
    return dx
