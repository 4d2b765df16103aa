import torch


def leaky_relu(x, negative_slope=0.01):
    y = x
    y[y < 0] *= negative_slope
    return y


def leaky_relu_backward(dout, x, negative_slope=0.01):
    dx = torch.where(x > 0, dout, negative_slope * dout)
    return dx
