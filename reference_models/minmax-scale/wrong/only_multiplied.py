"""Taken to lie between 0 and 1 already."""

import torch


def pixels_to_unit(x):
    return x.to(torch.float32) / 255


def minmax_scale(x, low=0.0, high=255.0):
    return x.clamp(0, 1) * (high - low) + low
