"""The Huber loss with its two branches."""

import torch


def pseudo_huber(input, target, delta=1.0):
    difference = input - target
    size = difference.abs()
    losses = torch.where(size <= delta, size**2 / 2, delta * (size - delta / 2))
    return losses.mean()
