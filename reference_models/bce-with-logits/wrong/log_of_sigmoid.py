"""The logarithm is taken of the sigmoid."""

import torch


def bce_with_logits(input, target, pos_weight=None):
    weight = 1 if pos_weight is None else pos_weight
    p = torch.sigmoid(input)
    losses = -(weight * target * torch.log(p) + (1 - target) * torch.log(1 - p))
    return losses.mean()
