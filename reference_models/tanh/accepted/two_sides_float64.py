"""A fraction for each side of zero; the derivative is one over cosh²."""

import torch


def tanh(x):
    wide = x.double()
    below = torch.exp(2 * wide.clamp(max=0))
    above = torch.exp(-2 * wide.clamp(min=0))
    y = torch.where(wide < 0, (below - 1) / (below + 1), (1 - above) / (1 + above))
    return y.to(x.dtype)


def tanh_backward(dout, x):
    return (dout.double() / torch.cosh(x.double()).square()).to(x.dtype)
