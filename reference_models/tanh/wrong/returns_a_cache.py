import torch


def tanh(x):
    e = torch.exp(-2 * x.abs())
    y = torch.sign(x) * (1 - e) / (1 + e)
    return y, x


def tanh_backward(dout, x):
    y, _ = tanh(x)
    dx = dout * (1 - y * y)
    return dx
