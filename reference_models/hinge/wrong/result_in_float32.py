"""The result is always float32."""

import torch


def hinge(input, target, margin=1.0):
    agreement = target.float() * input.float()
    missing = margin - agreement
    losses = torch.clamp(missing, min=0)
    return losses.mean()
