"""Every example is computed, then those that are ignored get the weight 0."""

import torch


def sparse_cross_entropy(input, target, ignore_index=-100):
    weight = (target != ignore_index).to(input.dtype)
    labels = target.masked_fill(target == ignore_index, 0)
    highest = input.amax(dim=1, keepdim=True)
    log_total = highest + torch.exp(input - highest).sum(dim=1, keepdim=True).log()
    losses = (log_total - input.gather(1, labels.unsqueeze(1))).squeeze(1)
    return torch.dot(losses, weight) / weight.sum()
