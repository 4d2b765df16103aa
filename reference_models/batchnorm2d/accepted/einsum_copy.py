"""Sums by einsum, buffers overwritten by copy_."""

import torch
from torch import nn


class BatchNorm2d(nn.Module):
    def __init__(self, num_features, eps=1e-5, momentum=0.1):
        super().__init__()
        self.eps = eps
        self.momentum = momentum
        self.weight = nn.Parameter(torch.ones(num_features))
        self.bias = nn.Parameter(torch.zeros(num_features))
        self.register_buffer("running_mean", torch.zeros(num_features))
        self.register_buffer("running_var", torch.ones(num_features))
        self.register_buffer("num_batches_tracked", torch.zeros((), dtype=torch.int64))

    def forward(self, x):
        if not self.training:
            deviation = x - self.running_mean[None, :, None, None]
            return self.finish(deviation, self.running_var)

        n = x.shape[0] * x.shape[2] * x.shape[3]
        mean = torch.einsum("nchw->c", x) / n
        deviation = x - mean[None, :, None, None]
        square = torch.einsum("nchw,nchw->c", deviation, deviation)
        with torch.no_grad():
            a = self.momentum
            self.running_mean.copy_(a * mean + (1 - a) * self.running_mean)
            self.running_var.copy_(a * square / (n - 1) + (1 - a) * self.running_var)
            self.num_batches_tracked.copy_(self.num_batches_tracked + 1)
        return self.finish(deviation, square / n)

    def finish(self, deviation, var):
        factor = self.weight / torch.sqrt(var + self.eps)
        return torch.einsum("nchw,c->nchw", deviation, factor) + self.bias[None, :, None, None]
