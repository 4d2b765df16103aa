"""There is no margin."""

import torch


def hinge(input, target, margin=1.0):
    agreement = target * input
    missing = -agreement
    losses = torch.clamp(missing, min=0)
    return losses.mean()
