"""The sigmoid is a softmax over the logit and 0; the larger of the two is taken out."""

import torch


def bce_with_logits(input, target, pos_weight=None):
    x = torch.stack([torch.zeros_like(input), input]).double()
    largest = x.max(dim=0).values.detach()
    log_total = largest + (x - largest).exp().sum(dim=0).log()
    weight = 1.0 if pos_weight is None else pos_weight.double()
    losses = weight * target * (log_total - x[1]) + (1 - target) * (log_total - x[0])
    return losses.mean().to(input.dtype)
