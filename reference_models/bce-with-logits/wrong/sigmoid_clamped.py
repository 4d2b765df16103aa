"""The sigmoid is clamped."""

import torch


def bce_with_logits(input, target, pos_weight=None):
    weight = 1 if pos_weight is None else pos_weight
    p = torch.sigmoid(input).clamp(1e-7, 1 - 1e-7)
    losses = -(weight * target * torch.log(p) + (1 - target) * torch.log(1 - p))
    return losses.mean()
