"""The soft labels are returned, not the loss."""

import torch


def label_smoothing(input, target, smoothing=0.1):
    examples, classes = input.shape
    soft = torch.full_like(input, smoothing / classes)
    soft[torch.arange(examples), target] += 1 - smoothing
    return soft
