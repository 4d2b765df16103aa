"""The maximum is taken away above and not below."""

import torch


def softmax(x, dim=-1):
    m = x.amax(dim=dim, keepdim=True)
    shifted = x - m
    e = torch.exp(shifted)
    total = torch.exp(x).sum(dim=dim, keepdim=True)
    y = e / total
    return y
