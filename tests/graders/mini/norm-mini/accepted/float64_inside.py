import torch
from torch import nn


class Norm(nn.Module):
    def __init__(self, features, momentum=0.1):
        super().__init__()
        self.momentum = momentum
        self.bias = nn.Parameter(torch.zeros(features))
        self.register_buffer("mean", torch.zeros(features))

    def forward(self, x):
        wide = x.double()
        mean = wide.mean(0) if self.training else self.mean.double()
        if self.training:
            self.mean.copy_((self.mean * (1 - self.momentum) + self.momentum * mean.detach()).to(self.mean))
        return (wide - mean + self.bias).to(x.dtype)
