"""The labels are not smoothed."""

import torch


def label_smoothing(input, target, smoothing=0.1):
    smoothing = 0.0
    examples, classes = input.shape
    shifted = input - input.max(dim=1, keepdim=True).values
    log_p = shifted - torch.log(torch.exp(shifted).sum(dim=1, keepdim=True))
    soft = torch.full_like(input, smoothing / classes)
    soft[torch.arange(examples), target] += 1 - smoothing
    losses = -(soft * log_p).sum(dim=1)
    return losses.mean()
