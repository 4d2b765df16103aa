"""Only the sign of the score counts."""

import torch


def hinge(input, target, margin=1.0):
    agreement = target * input.sign()
    missing = margin - agreement
    losses = torch.clamp(missing, min=0)
    return losses.mean()
