"""The input itself is overwritten."""

import torch


def categorical_cross_entropy(input, target):
    counted = input.clamp_(min=1e-30)
    logs = torch.log(counted)
    losses = -(target * logs).sum(dim=1)
    return losses.mean()
