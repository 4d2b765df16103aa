"""The loss is right, its gradient is NaN."""

import torch


def categorical_cross_entropy(input, target):
    logs = torch.log(input)
    losses = -torch.where(target > 0, target * logs, 0.0).sum(dim=1)
    return losses.mean()
