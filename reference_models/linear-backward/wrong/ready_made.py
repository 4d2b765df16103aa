"""Automatic differentiation does the work."""

import torch


def linear_backward(dout, x, weight):
    x, weight = x.clone().requires_grad_(), weight.clone().requires_grad_()
    bias = torch.zeros(weight.shape[0], dtype=weight.dtype, requires_grad=True)
    return torch.autograd.grad(x @ weight.T + bias, (x, weight, bias), dout)
