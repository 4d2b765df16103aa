"""The ½ of the quadratic part is missing."""

import torch


def huber(input, target, delta=1.0):
    difference = input - target
    size = difference.abs()
    quadratic = difference**2
    linear = delta * (size - 0.5 * delta)
    losses = torch.where(size <= delta, quadratic, linear)
    return losses.mean()
