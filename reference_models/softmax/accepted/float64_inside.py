"""Computed in float64, with a reciprocal, and given back in the dtype of the input."""

import torch


def softmax(x, dim=-1):
    wide = x.to(torch.float64)
    wide = wide.sub(wide.detach().max(dim, keepdim=True)[0])
    powers = torch.pow(torch.tensor(torch.e, dtype=torch.float64), wide)
    return powers.mul(powers.sum(dim, keepdim=True).reciprocal()).to(x.dtype)
