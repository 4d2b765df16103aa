import torch


def sigmoid(x):
    e = torch.exp(x)
    y = e / (1 + e)
    return y


def sigmoid_backward(dout, x):
    y = sigmoid(x)
    dx = dout * y * (1 - y)
    return dx
