"""In double precision, and back to the dtype that is asked for."""

import torch


def pixels_to_unit(x):
    return (x.double() / 255).to(torch.float32)


def minmax_scale(x, low=0.0, high=255.0):
    wide = x.to(torch.float64, copy=True)
    wide -= wide.amin(dim=(2, 3), keepdim=True)
    top = wide.amax(dim=(2, 3), keepdim=True)
    wide *= (high - low) / top.masked_fill(top == 0, 1.0)
    wide += low
    return wide.to(x.dtype)
