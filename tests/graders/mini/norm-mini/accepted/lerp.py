import torch
from torch import nn


class Norm(nn.Module):
    def __init__(self, features, momentum=0.1):
        super().__init__()
        self.momentum = momentum
        self.bias = nn.Parameter(torch.zeros(features))
        self.register_buffer("mean", torch.zeros(features))

    def forward(self, x):
        if not self.training:
            return x - self.mean + self.bias
        mean = torch.einsum("nc->c", x) / len(x)
        self.mean.lerp_(mean.detach(), self.momentum)
        return x - mean + self.bias
