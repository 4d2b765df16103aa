"""The result is always float32."""

import torch


def binary_cross_entropy(input, target):
    input, target = input.float(), target.float()
    log_p = torch.log(input).clamp(min=-100)
    log_q = torch.log(1 - input).clamp(min=-100)
    losses = -(target * log_p + (1 - target) * log_q)
    return losses.mean()
