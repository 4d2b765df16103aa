"""Every product is written out by broadcasting, and summed over the inputs."""

import torch
from torch import nn


class LinearLayer(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        a = 1 / in_features**0.5
        draw = torch.distributions.Uniform(-a, a).sample
        self.weight = nn.Parameter(draw((out_features, in_features)))
        self.register_parameter("bias", nn.Parameter(draw((out_features,))) if bias else None)

    def forward(self, x):
        y = (x[..., None, :] * self.weight).sum(dim=-1)
        if self.bias is None:
            return y
        return y + self.bias.expand_as(y)
