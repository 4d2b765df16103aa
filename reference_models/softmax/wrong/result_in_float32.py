"""The scores are turned into float32 first."""

import torch


def softmax(x, dim=-1):
    x = x.float()
    m = x.amax(dim=dim, keepdim=True)
    shifted = x - m
    e = torch.exp(shifted)
    total = e.sum(dim=dim, keepdim=True)
    y = e / total
    return y
