"""The logarithm has the base 2."""

import torch


def categorical_cross_entropy(input, target):
    counted = torch.where(target > 0, input, 1.0)
    logs = torch.log2(counted)
    losses = -(target * logs).sum(dim=1)
    return losses.mean()
