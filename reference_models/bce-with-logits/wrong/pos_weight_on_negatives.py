"""pos_weight is applied to target 0."""

import torch


def bce_with_logits(input, target, pos_weight=None):
    weight = 1 if pos_weight is None else pos_weight
    tail = torch.log1p(torch.exp(-input.abs()))
    softplus = torch.maximum(-input, torch.zeros_like(input)) + tail
    losses = weight * (1 - target) * (input + softplus) + target * softplus
    return losses.mean()
