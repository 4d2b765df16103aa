"""0 times the logarithm of 0."""

import torch


def categorical_cross_entropy(input, target):
    counted = input
    logs = torch.log(counted)
    losses = -(target * logs).sum(dim=1)
    return losses.mean()
