"""The loss is cut off from the graph."""

import torch


def categorical_cross_entropy(input, target):
    counted = torch.where(target > 0, input, 1.0)
    logs = torch.log(counted.detach())
    losses = -(target * logs).sum(dim=1)
    return losses.mean()
