"""Every step of a sequence becomes an example of its own: one table, normalised column by column."""

import torch
from torch import nn


class BatchNorm1d(nn.Module):
    def __init__(self, num_features, eps=1e-5, momentum=0.1):
        super().__init__()
        self.c, self.eps, self.momentum = num_features, eps, momentum
        self.weight = nn.Parameter(torch.ones(num_features))
        self.bias = nn.Parameter(torch.zeros(num_features))
        self.register_buffer("running_mean", torch.zeros(num_features))
        self.register_buffer("running_var", torch.ones(num_features))

    def forward(self, x):
        moved = x.movedim(1, -1)
        table = moved.reshape(-1, self.c)
        var, mean = self.running_var, self.running_mean
        if self.training:
            n = table.shape[0]
            mean = table.sum(0) / n
            squares = (table - mean).pow(2).sum(0)
            var = squares / n
            self.running_mean += self.momentum * (mean.detach() - self.running_mean)
            self.running_var += self.momentum * (squares.detach() / (n - 1) - self.running_var)
        table = torch.addcmul(self.bias, table - mean, self.weight * (var + self.eps).rsqrt())
        return table.reshape(moved.shape).movedim(-1, 1)
