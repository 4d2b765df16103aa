import torch


def elu(x, alpha=1.0):
    below = alpha * (torch.exp(x) - 1)
    y = x
    y[y < 0] = below[y < 0]
    return y


def elu_backward(dout, x, alpha=1.0):
    slope = alpha * torch.exp(x)
    dx = torch.where(x > 0, dout, dout * slope)
    return dx
