import torch


def leaky_relu(x, negative_slope=0.01):
    y = torch.where(x > 0, negative_slope * x, x)
    return y


def leaky_relu_backward(dout, x, negative_slope=0.01):
    dx = torch.where(x > 0, negative_slope * dout, dout)
    return dx
