"""Divided by the sum of the weights."""

import torch


def bce_with_logits(input, target, pos_weight=None):
    weight = 1 if pos_weight is None else pos_weight
    tail = torch.log1p(torch.exp(-input.abs()))
    softplus = torch.maximum(-input, torch.zeros_like(input)) + tail
    losses = (1 - target) * input + (1 + (weight - 1) * target) * softplus
    return losses.sum() / (1 + (weight - 1) * target).sum()
