import torch
from torch import nn


class Norm(nn.Module):
    def __init__(self, features, momentum=0.1):
        super().__init__()
        self.momentum = momentum
        self.bias = nn.Parameter(torch.zeros(features))
        self.register_buffer("mean", torch.zeros(features))

    def forward(self, x):
        if self.training:
            mean = x.mean(0)
            self.mean = (1 - self.momentum) * self.mean + self.momentum * mean.detach()
        else:
            mean = self.mean
        return x - mean + self.bias
