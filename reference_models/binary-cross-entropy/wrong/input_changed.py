"""The input itself is overwritten."""

import torch


def binary_cross_entropy(input, target):
    log_p = torch.log(input).clamp(min=-100)
    log_q = torch.log(input.neg_().add_(1)).clamp(min=-100)
    losses = -(target * log_p + (1 - target) * log_q)
    return losses.mean()
