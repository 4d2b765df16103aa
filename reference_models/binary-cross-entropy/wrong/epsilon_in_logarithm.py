"""A small number is added inside the logarithm."""

import torch


def binary_cross_entropy(input, target):
    log_p = torch.log(input + 1e-12)
    log_q = torch.log(1 - input + 1e-12)
    losses = -(target * log_p + (1 - target) * log_q)
    return losses.mean()
