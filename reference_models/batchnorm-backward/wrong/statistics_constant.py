"""Mean and variance are taken for constants."""

import torch


def batchnorm_backward(dout, x, weight, eps=1e-5):
    axes = (0,) if x.ndim == 2 else (0, 2, 3)
    shape = (1, -1) if x.ndim == 2 else (1, -1, 1, 1)
    mean = x.mean(dim=axes)
    var = x.var(dim=axes, unbiased=False)
    centred = x - mean.view(shape)
    root = torch.sqrt(var + eps).view(shape)
    x_hat = centred / root
    dweight = (dout * x_hat).sum(dim=axes)
    dbias = dout.sum(dim=axes)
    dx_hat = dout * weight.view(shape)
    dx = dx_hat / root
    return dx, dweight, dbias
