"""A small number is added to the divisor."""

import torch


def pixels_to_unit(x):
    return x.to(torch.float32) / 255


def minmax_scale(x, low=0.0, high=255.0):
    smallest = x.amin(dim=(2, 3), keepdim=True)
    largest = x.amax(dim=(2, 3), keepdim=True)
    span = largest - smallest
    span = span + 1e-8
    return (x - smallest) / span * (high - low) + low
