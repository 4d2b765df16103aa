"""The margin is used as a factor."""

import torch


def hinge(input, target, margin=1.0):
    agreement = target * input
    missing = 1 - agreement
    losses = margin * torch.clamp(missing, min=0)
    return losses.mean()
