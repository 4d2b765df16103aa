"""Divided by the brightest pixel of the batch."""

import torch


def pixels_to_unit(x):
    return x.to(torch.float32) / x.max()


def minmax_scale(x, low=0.0, high=255.0):
    smallest = x.amin(dim=(2, 3), keepdim=True)
    largest = x.amax(dim=(2, 3), keepdim=True)
    span = largest - smallest
    span = torch.where(span == 0, torch.ones_like(span), span)
    return (x - smallest) / span * (high - low) + low
