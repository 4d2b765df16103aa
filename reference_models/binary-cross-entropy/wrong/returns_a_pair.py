"""Loss and gradient are returned together."""

import torch


def binary_cross_entropy(input, target):
    log_p = torch.log(input).clamp(min=-100)
    log_q = torch.log(1 - input).clamp(min=-100)
    losses = -(target * log_p + (1 - target) * log_q)
    return losses.mean(), (input - target) / (input * (1 - input)) / input.numel()
