"""ln(1 + exp(-x)) and ln(1 + exp(x)) are both logarithms of sums of exponentials."""

import torch


def bce_with_logits(input, target, pos_weight=None):
    zero = torch.zeros_like(input)
    yes = torch.logaddexp(zero, -input)
    no = torch.logaddexp(zero, input)
    if pos_weight is not None:
        yes = yes * pos_weight
    return torch.mean(target * yes + (1 - target) * no)
