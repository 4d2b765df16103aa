import torch


def leaky_relu(x, negative_slope=0.01):
    y = torch.zeros(x.shape)
    y[...] = torch.where(x > 0, x, negative_slope * x)
    return y


def leaky_relu_backward(dout, x, negative_slope=0.01):
    dx = torch.where(x > 0, dout, negative_slope * dout)
    return dx
