"""The loss is cut off from the graph."""

import torch


def hinge(input, target, margin=1.0):
    agreement = target * input.detach()
    missing = margin - agreement
    losses = torch.clamp(missing, min=0)
    return losses.mean()
