"""The logarithm has the base 2."""

import torch


def binary_cross_entropy(input, target):
    log_p = torch.log2(input).clamp(min=-100)
    log_q = torch.log2(1 - input).clamp(min=-100)
    losses = -(target * log_p + (1 - target) * log_q)
    return losses.mean()
