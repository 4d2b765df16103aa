"""The target plays no part."""

import torch


def hinge(input, target, margin=1.0):
    agreement = input
    missing = margin - agreement
    losses = torch.clamp(missing, min=0)
    return losses.mean()
