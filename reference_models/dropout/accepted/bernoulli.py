"""Each number tosses a coin of its own; in evaluation no mask is kept."""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if p < 0 or p >= 1:
            raise ValueError("0 <= p < 1")
        self.p, self.kept = p, None

    def forward(self, x):
        self.kept = torch.bernoulli(torch.full_like(x, 1 - self.p)).bool() if self.training else None
        return self.through(x)

    def backward(self, dout):
        return self.through(dout)

    def through(self, values):
        if self.kept is None:
            return values
        return torch.where(self.kept, values / (1 - self.p), torch.zeros_like(values))
