"""Statistics and normalisation in float64, returned in the input's dtype."""

import torch
from torch import nn


class BatchNorm2d(nn.Module):
    def __init__(self, num_features, eps=1e-5, momentum=0.1):
        super().__init__()
        self.eps, self.momentum = eps, momentum
        self.weight = nn.Parameter(torch.ones(num_features))
        self.bias = nn.Parameter(torch.zeros(num_features))
        self.register_buffer("running_mean", torch.zeros(num_features))
        self.register_buffer("running_var", torch.ones(num_features))
        self.register_buffer("num_batches_tracked", torch.tensor(0))

    def forward(self, x):
        wide = x.double()
        if self.training:
            mean = wide.mean(dim=(0, 2, 3), keepdim=True)
            var = (wide - mean).square().mean(dim=(0, 2, 3), keepdim=True)
            with torch.no_grad():
                n = x.numel() / x.shape[1]
                for buffer, new in ((self.running_mean, mean), (self.running_var, var * n / (n - 1))):
                    buffer += self.momentum * (new.flatten() - buffer)
                self.num_batches_tracked += 1
        else:
            mean, var = (b.double().reshape(1, -1, 1, 1) for b in (self.running_mean, self.running_var))
        gamma, beta = (p.double().reshape(1, -1, 1, 1) for p in (self.weight, self.bias))
        return (gamma * (wide - mean) / torch.sqrt(var + self.eps) + beta).to(x.dtype)
