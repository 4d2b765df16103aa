"""The probability is cut off, not its logarithm."""

import torch


def binary_cross_entropy(input, target):
    input = input.clamp(1e-7, 1 - 1e-7)
    log_p = torch.log(input)
    log_q = torch.log(1 - input)
    losses = -(target * log_p + (1 - target) * log_q)
    return losses.mean()
