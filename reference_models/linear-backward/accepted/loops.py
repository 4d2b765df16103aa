"""The chain rule as it reads: every example, every output, added up in tensors of its own."""

import torch


def linear_backward(dout, x, weight):
    o, i = weight.shape
    rows, given = dout.reshape(-1, o), x.reshape(-1, i)
    dx, dweight = torch.zeros_like(given), torch.zeros(o, i, dtype=x.dtype)
    dbias = torch.zeros(o, dtype=x.dtype)
    for n in range(len(rows)):
        for k in range(o):
            dx[n] += rows[n, k] * weight[k]
            dweight[k] += rows[n, k] * given[n]
            dbias[k] += rows[n, k]
    return dx.reshape(x.shape), dweight, dbias
