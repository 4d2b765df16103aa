"""Each channel as one row; what 0 / 0 gives is replaced afterwards."""

import torch


def pixels_to_unit(x):
    levels = torch.arange(256, dtype=torch.float32) / 255
    return levels[x.long()]


def minmax_scale(x, low=0.0, high=255.0):
    rows = x.flatten(2)
    smallest, largest = torch.aminmax(rows, dim=2, keepdim=True)
    share = torch.nan_to_num((rows - smallest) / (largest - smallest), nan=0.0)
    return torch.lerp(torch.full_like(share, low), torch.full_like(share, high), share).reshape(x.shape)
