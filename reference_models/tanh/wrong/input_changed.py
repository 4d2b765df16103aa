import torch


def tanh(x):
    sign = torch.sign(x)
    e = x.abs_().mul_(-2).exp_()
    y = sign * (1 - e) / (1 + e)
    return y


def tanh_backward(dout, x):
    y = tanh(x.clone())
    dx = dout * (1 - y * y)
    return dx
