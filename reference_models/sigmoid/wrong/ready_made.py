import torch


def sigmoid(x):
    y = torch.sigmoid(x)
    return y


def sigmoid_backward(dout, x):
    y = sigmoid(x)
    dx = dout * y * (1 - y)
    return dx
