"""Smallest and largest over the images of the batch."""

import torch


def pixels_to_unit(x):
    return x.to(torch.float32) / 255


def minmax_scale(x, low=0.0, high=255.0):
    smallest = x.amin(dim=0, keepdim=True)
    largest = x.amax(dim=0, keepdim=True)
    span = largest - smallest
    span = torch.where(span == 0, torch.ones_like(span), span)
    return (x - smallest) / span * (high - low) + low
