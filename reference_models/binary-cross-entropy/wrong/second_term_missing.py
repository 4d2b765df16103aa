"""The term for target 0 is missing."""

import torch


def binary_cross_entropy(input, target):
    log_p = torch.log(input).clamp(min=-100)
    losses = -(target * log_p)
    return losses.mean()
