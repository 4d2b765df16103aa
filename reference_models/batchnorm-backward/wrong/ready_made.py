"""The ready-made layer, with automatic differentiation."""

import torch
import torch.nn.functional as F


def batchnorm_backward(dout, x, weight, eps=1e-5):
    x, weight = x.clone().requires_grad_(), weight.clone().requires_grad_()
    bias = torch.zeros_like(weight).requires_grad_()
    y = F.batch_norm(x, None, None, weight, bias, training=True, eps=eps)
    return torch.autograd.grad(y, (x, weight, bias), dout)
