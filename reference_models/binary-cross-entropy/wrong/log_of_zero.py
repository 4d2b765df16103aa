"""The logarithm of 0 is let through."""

import torch


def binary_cross_entropy(input, target):
    log_p = torch.log(input)
    log_q = torch.log(1 - input)
    losses = -(target * log_p + (1 - target) * log_q)
    return losses.mean()
