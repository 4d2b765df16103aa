"""A 0 is lifted to the smallest normal number, where the logarithm is finite and its weight 0."""

import torch


def categorical_cross_entropy(input, target):
    tiny = torch.finfo(input.dtype).tiny
    logs = input.clamp(min=tiny).log()
    return -torch.einsum("nk,nk->n", target, logs).mean()
