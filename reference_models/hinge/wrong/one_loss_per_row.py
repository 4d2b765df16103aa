"""One loss for each row."""

import torch


def hinge(input, target, margin=1.0):
    agreement = target * input
    missing = margin - agreement
    losses = torch.clamp(missing, min=0)
    return losses.mean(dim=-1)
