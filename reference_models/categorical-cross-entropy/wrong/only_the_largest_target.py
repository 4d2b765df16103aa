"""Only the largest target counts."""

import torch


def categorical_cross_entropy(input, target):
    counted = torch.where(target > 0, input, 1.0)
    logs = torch.log(counted)
    losses = -logs[torch.arange(len(logs)), target.argmax(dim=1)]
    return losses.mean()
