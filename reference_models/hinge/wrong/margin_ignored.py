"""The margin is always 1."""

import torch


def hinge(input, target, margin=1.0):
    agreement = target * input
    missing = 1 - agreement
    losses = torch.clamp(missing, min=0)
    return losses.mean()
