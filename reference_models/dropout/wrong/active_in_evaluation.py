import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p < 1:
            raise ValueError("p is a probability below 1")
        self.p = p

    def forward(self, x):
        keep = torch.rand(x.shape) >= self.p
        self.mask = keep.to(x.dtype) / (1 - self.p)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask
