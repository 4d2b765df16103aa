"""Feature by feature, in float64; the buffers are overwritten by copy_."""

import torch
from torch import nn


class BatchNorm1d(nn.Module):
    def __init__(self, num_features, eps=1e-5, momentum=0.1):
        super().__init__()
        self.eps, self.momentum = eps, momentum
        self.weight = nn.Parameter(torch.ones(num_features))
        self.bias = nn.Parameter(torch.zeros(num_features))
        self.register_buffer("running_mean", torch.zeros(num_features))
        self.register_buffer("running_var", torch.ones(num_features))

    def forward(self, x):
        done = []
        for c in range(x.size(1)):
            v = x[:, c].double()
            mean, var = self.running_mean[c].double(), self.running_var[c].double()
            if self.training:
                self.remember(self.running_mean[c], v.mean())
                self.remember(self.running_var[c], v.var())
                mean, var = v.mean(), v.var(correction=0)
            v = (v - mean) / (var + self.eps) ** 0.5
            done.append((v * self.weight[c] + self.bias[c]).to(x.dtype))
        return torch.stack(done, dim=1)

    def remember(self, buffer, new):
        with torch.no_grad():
            buffer.copy_((1 - self.momentum) * buffer + self.momentum * new)
