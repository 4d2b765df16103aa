"""All three ways put together: the gradient, minus its mean, minus the normalised values times a mean."""

import torch


def batchnorm_backward(dout, x, weight, eps=1e-5):
    axes = [a for a in range(x.ndim) if a != 1]
    var, mean = torch.var_mean(x, dim=axes, correction=0, keepdim=True)
    inverse = torch.rsqrt(var + eps)
    z = (x - mean) * inverse
    dbias, dweight = dout.sum(axes, keepdim=True), (dout * z).sum(axes, keepdim=True)
    m = x.numel() // len(weight)
    dx = weight.view_as(mean) * inverse * (dout - (dbias + z * dweight) / m)
    return dx, dweight.flatten(), dbias.flatten()
