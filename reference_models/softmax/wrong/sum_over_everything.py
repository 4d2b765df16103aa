"""Divided by the sum of the whole tensor."""

import torch


def softmax(x, dim=-1):
    m = x.amax(dim=dim, keepdim=True)
    shifted = x - m
    e = torch.exp(shifted)
    total = e.sum()
    y = e / total
    return y
