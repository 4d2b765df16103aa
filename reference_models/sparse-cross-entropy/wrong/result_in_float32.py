"""The result is always float32."""

import torch


def sparse_cross_entropy(input, target, ignore_index=-100):
    input = input.float()
    counted = target != ignore_index
    labels = torch.where(counted, target, 0)
    shifted = input - input.max(dim=1, keepdim=True).values
    log_p = shifted - torch.log(torch.exp(shifted).sum(dim=1, keepdim=True))
    picked = log_p[torch.arange(len(target)), labels]
    losses = torch.where(counted, -picked, 0.0)
    return losses.sum() / counted.sum()
