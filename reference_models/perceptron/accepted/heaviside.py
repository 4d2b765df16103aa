"""Products summed along the axis of the inputs, and PyTorch's step with the value 1 at 0."""

import torch


def perceptron(x, weight, bias):
    z = (x * weight).sum(dim=1).add(bias)
    return torch.heaviside(z, torch.ones_like(z)).to(torch.int64)
