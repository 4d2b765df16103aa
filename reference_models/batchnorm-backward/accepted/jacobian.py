"""Every output's derivative for every value of its channel, as one matrix for each channel."""

import torch


def batchnorm_backward(dout, x, weight, eps=1e-5):
    c = len(weight)
    rows = x.transpose(0, 1).reshape(c, -1)
    given = dout.transpose(0, 1).reshape(c, -1)
    m = rows.shape[1]
    rows = rows - rows.sum(1, keepdim=True) / m
    s = ((rows**2).sum(1, keepdim=True) / m + eps).sqrt()
    z = rows / s
    matrix = torch.eye(m, dtype=x.dtype) - 1 / m - torch.einsum("ci,cj->cij", z, z) / m
    dx = torch.einsum("cij,ci->cj", matrix, given) * weight[:, None] / s
    order = x.transpose(0, 1).shape
    return dx.reshape(order).transpose(0, 1).contiguous(), torch.einsum("ci,ci->c", given, z), given.sum(1)
