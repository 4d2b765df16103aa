"""One channel after the other, as the definition reads."""

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
        self.register_buffer("num_batches_tracked", torch.tensor(0, dtype=torch.long))

    def forward(self, x):
        if self.training:
            self.num_batches_tracked += 1
        return torch.stack([self.one(x[:, c], c) for c in range(x.shape[1])], dim=1)

    def one(self, values, c):
        if self.training:
            n = values.numel()
            mean = values.sum() / n
            square = ((values - mean) ** 2).sum()
            var = square / n
            with torch.no_grad():
                self.running_mean[c] = (1 - self.momentum) * self.running_mean[c] + self.momentum * mean
                self.running_var[c] *= 1 - self.momentum
                self.running_var[c] += self.momentum * square / (n - 1)
        else:
            mean, var = self.running_mean[c], self.running_var[c]
        return self.weight[c] * (values - mean) / (var + self.eps) ** 0.5 + self.bias[c]
