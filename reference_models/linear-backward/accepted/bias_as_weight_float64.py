"""A bias is a weight whose input is always 1; one product in float64 gives both gradients."""

import torch


def linear_backward(dout, x, weight):
    g = dout.double().flatten(end_dim=-2) if dout.ndim > 1 else dout.double()[None]
    rows = x.double().flatten(end_dim=-2) if x.ndim > 1 else x.double()[None]
    ones = torch.ones(rows.shape[0], 1, dtype=torch.float64)
    both = g.t().matmul(torch.cat((rows, ones), dim=1)).to(x.dtype)
    dx = g.matmul(weight.double()).to(x.dtype).view_as(x)
    return dx, both[:, :-1].clone(), both[:, -1].clone()
