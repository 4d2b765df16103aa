"""Averaged over the classes as well."""

import torch


def categorical_cross_entropy(input, target):
    counted = torch.where(target > 0, input, 1.0)
    logs = torch.log(counted)
    losses = -(target * logs)
    return losses.mean()
