"""Uniform numbers below p mark the places that are written over."""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not (p >= 0 and p < 1):
            raise ValueError(f"no rate: {p}")
        self.p = p

    def forward(self, x):
        self.rate = self.p if self.training else 0.0
        self.dropped = torch.empty(x.shape, dtype=torch.float64).uniform_() < self.rate
        return self.masked(x)

    def backward(self, dout):
        return self.masked(dout)

    def masked(self, values):
        out = values.double() / (1 - self.rate)
        out[self.dropped] = 0
        return out.to(values.dtype)
