import torch


def leaky_relu(x, negative_slope=0.01):
    y = torch.where(x > 0, x, negative_slope * x)
    return y


def leaky_relu_backward(dout, x, negative_slope=0.01):
    dx = torch.where(x > 0, torch.ones_like(x), torch.full_like(x, negative_slope))
    return dx
