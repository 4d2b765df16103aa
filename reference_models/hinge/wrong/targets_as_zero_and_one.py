"""Targets are read as 0 and 1."""

import torch


def hinge(input, target, margin=1.0):
    agreement = (2 * target - 1) * input
    missing = margin - agreement
    losses = torch.clamp(missing, min=0)
    return losses.mean()
