"""Sequences are measured one by one."""

import torch
from torch import nn


class BatchNorm1d(nn.Module):
    def __init__(self, num_features, eps=1e-5, momentum=0.1):
        super().__init__()
        self.eps = eps
        self.momentum = momentum
        self.weight = nn.Parameter(torch.ones(num_features))
        self.bias = nn.Parameter(torch.zeros(num_features))
        self.register_buffer("running_mean", torch.zeros(num_features))
        self.register_buffer("running_var", torch.ones(num_features))

    def forward(self, x):
        axes = (0,) if x.ndim == 2 else (0, 2)
        shape = (1, -1) if x.ndim == 2 else (1, -1, 1)
        if self.training and x.ndim == 3:
            self.update(x.detach().mean(dim=axes), x.detach().var(dim=axes, unbiased=True))
            shape = x.shape[:2] + (1,)
            mean = x.mean(dim=2)
            var = x.var(dim=2, unbiased=False)
        elif self.training:
            mean = x.mean(dim=axes)
            var = x.var(dim=axes, unbiased=False)
            self.update(mean.detach(), x.detach().var(dim=axes, unbiased=True))
        else:
            mean = self.running_mean
            var = self.running_var
        z = x - mean.view(shape)
        z = z / torch.sqrt(var + self.eps).view(shape)
        shape = (1, -1) if x.ndim == 2 else (1, -1, 1)
        return self.weight.view(shape) * z + self.bias.view(shape)

    def update(self, mean, var):
        a = self.momentum
        self.running_mean.mul_(1 - a).add_(a * mean)
        self.running_var.mul_(1 - a).add_(a * var)
