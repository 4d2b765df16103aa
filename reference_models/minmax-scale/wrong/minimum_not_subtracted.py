"""Divided by the largest value, without moving the smallest to 0."""

import torch


def pixels_to_unit(x):
    return x.to(torch.float32) / 255


def minmax_scale(x, low=0.0, high=255.0):
    largest = x.amax(dim=(2, 3), keepdim=True)
    largest = torch.where(largest == 0, torch.ones_like(largest), largest)
    return x / largest * (high - low) + low
