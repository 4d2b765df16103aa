"""Each example's share overwrites the one before it."""

import torch


def linear_backward(dout, x, weight):
    o, i = weight.shape
    dout_rows = dout.reshape(-1, o)
    x_rows = x.reshape(-1, i)
    n = dout_rows.shape[0]
    dx = (dout_rows @ weight).reshape(x.shape)
    dweight = torch.zeros_like(weight)
    for row in range(n):
        dweight = torch.outer(dout_rows[row], x_rows[row])
    dbias = dout_rows.sum(dim=0)
    return dx, dweight, dbias
