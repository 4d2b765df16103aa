"""The logarithm is taken of the finished probability."""

import torch


def sparse_cross_entropy(input, target, ignore_index=-100):
    counted = target != ignore_index
    labels = torch.where(counted, target, 0)
    shifted = input - input.max(dim=1, keepdim=True).values
    exponentials = torch.exp(shifted)
    log_p = torch.log(exponentials / exponentials.sum(dim=1, keepdim=True))
    picked = log_p[torch.arange(len(target)), labels]
    losses = torch.where(counted, -picked, 0.0)
    return losses.sum() / counted.sum()
