import torch


def elu(x, alpha=1.0):
    below = alpha * (torch.exp(x / alpha) - 1)
    y = torch.where(x > 0, x, below)
    return y


def elu_backward(dout, x, alpha=1.0):
    slope = torch.exp(x / alpha)
    dx = torch.where(x > 0, dout, dout * slope)
    return dx
