"""The one-hot row is read one place off."""

import torch


def categorical_cross_entropy(input, target):
    counted = input
    logs = torch.log(counted)
    losses = -logs[torch.arange(len(logs)), target.argmax(dim=1) - 1]
    return losses.mean()
