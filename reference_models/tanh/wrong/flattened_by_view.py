import torch


def tanh(x):
    shape = x.shape
    x = x.view(-1)
    e = torch.exp(-2 * x.abs())
    y = torch.sign(x) * (1 - e) / (1 + e)
    return y.reshape(shape)


def tanh_backward(dout, x):
    y = tanh(x)
    dx = dout * (1 - y * y)
    return dx
