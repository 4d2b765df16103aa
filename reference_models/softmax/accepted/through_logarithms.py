"""Logarithms of the probabilities first, and their exponentials at the end."""

import torch


def softmax(x, dim=-1):
    z = x - torch.max(x, dim=dim, keepdim=True).values
    return torch.exp(z - torch.log(torch.exp(z).sum(dim, keepdim=True)))
