"""Prediction and target are exchanged."""

import torch


def binary_cross_entropy(input, target):
    input, target = target, input
    log_p = torch.log(input).clamp(min=-100)
    log_q = torch.log(1 - input).clamp(min=-100)
    losses = -(target * log_p + (1 - target) * log_q)
    return losses.mean()
