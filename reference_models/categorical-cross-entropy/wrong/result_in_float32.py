"""The result is always float32."""

import torch


def categorical_cross_entropy(input, target):
    input, target = input.float(), target.float()
    counted = torch.where(target > 0, input, 1.0)
    logs = torch.log(counted)
    losses = -(target * logs).sum(dim=1)
    return losses.mean()
