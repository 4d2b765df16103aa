"""Either way the exponential is that of a negative number; only then is one of the two results chosen."""

import torch


def softplus(x):
    small = torch.log1p(torch.exp(torch.where(x > 0, -x, x)))
    return torch.where(x > 0, x + small, small)


def bce_with_logits(input, target, pos_weight=None):
    yes = softplus(-input) * target
    no = softplus(input) * (1 - target)
    if pos_weight is not None:
        yes = yes * pos_weight
    return (yes + no).sum() / yes.numel()
