"""The two logarithms are exchanged."""

import torch


def binary_cross_entropy(input, target):
    log_p = torch.log(input).clamp(min=-100)
    log_q = torch.log(1 - input).clamp(min=-100)
    losses = -(target * log_q + (1 - target) * log_p)
    return losses.mean()
