"""Weight times examples as columns, with the bias as one more column of the weight."""

import torch
from torch import nn


class LinearLayer(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        both = torch.empty(out_features, in_features + 1).uniform_(-1, 1) / in_features**0.5
        self.weight = nn.Parameter(both[:, :-1].clone())
        self.bias = nn.Parameter(both[:, -1].clone()) if bias else None

    def forward(self, x):
        shape = x.shape[:-1]
        columns = x.reshape(-1, x.shape[-1]).t().double()
        weight = self.weight.double()
        if self.bias is not None:
            columns = torch.cat((columns, torch.ones(1, columns.shape[1], dtype=torch.float64)))
            weight = torch.cat((weight, self.bias.double()[:, None]), dim=1)
        return weight.matmul(columns).t().reshape(*shape, -1 if columns.numel() else len(weight)).to(x.dtype)
