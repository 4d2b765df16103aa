"""Each channel as one long row: transpose, flatten, normalise rows, and back."""

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
        n, c, h, w = x.shape
        rows = x.transpose(0, 1).reshape(c, n * h * w)
        if self.training:
            mean, std = rows.mean(dim=1), (rows.var(dim=1, correction=0) + self.eps).sqrt()
            self.track(rows.detach())
        else:
            mean, std = self.running_mean, (self.running_var + self.eps).sqrt()
        rows = torch.addcmul(self.bias[:, None], self.weight[:, None], (rows - mean[:, None]) / std[:, None])
        return rows.reshape(c, n, h, w).transpose(0, 1)

    def track(self, rows):
        self.running_mean.data.mul_(1 - self.momentum).add_(rows.mean(dim=1), alpha=self.momentum)
        self.running_var.data.mul_(1 - self.momentum).add_(rows.var(dim=1), alpha=self.momentum)
        self.num_batches_tracked.add_(1)
