"""Logits are taken for probabilities."""

import torch


def bce_with_logits(input, target, pos_weight=None):
    weight = 1 if pos_weight is None else pos_weight
    p = input
    losses = -(weight * target * torch.log(p) + (1 - target) * torch.log(1 - p))
    return losses.mean()
