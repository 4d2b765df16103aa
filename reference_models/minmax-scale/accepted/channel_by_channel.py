"""A loop over images and channels, with a branch for the constant ones."""

import torch


def pixels_to_unit(x):
    return x.float().div(255.0)


def minmax_scale(x, low=0.0, high=255.0):
    y = torch.full_like(x, low)
    for n in range(x.shape[0]):
        for c in range(x.shape[1]):
            channel = x[n, c]
            smallest, largest = channel.min(), channel.max()
            if smallest < largest:
                y[n, c] = low + (high - low) * (channel - smallest) / (largest - smallest)
    return y
