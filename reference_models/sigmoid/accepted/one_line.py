"""One divided by infinity is 0: the first fraction needs no care, if the derivative uses the result."""

import torch


def sigmoid(x):
    return 1 / (1 + torch.exp(-x))


def sigmoid_backward(dout, x):
    y = sigmoid(x)
    return y * (1 - y) * dout
