"""One window at a time: the loops of the forward pass, with two sums inside."""

import torch


def conv2d_backward(dout, x, weight, stride=1, padding=0):
    sh, sw = pair(stride)
    ph, pw = pair(padding)
    n, c, h, w = x.shape
    o, _, kh, kw = weight.shape

    padded = torch.zeros(n, c, h + 2 * ph, w + 2 * pw, dtype=x.dtype)
    padded[:, :, ph : ph + h, pw : pw + w] = x
    grad = torch.zeros_like(padded)
    dw, db = torch.zeros(weight.shape, dtype=x.dtype), torch.zeros(o, dtype=x.dtype)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            rows, columns = slice(i * sh, i * sh + kh), slice(j * sw, j * sw + kw)
            for k in range(o):
                here = dout[:, k, i, j].reshape(n, 1, 1, 1)
                db[k] += here.sum()
                dw[k] += (here * padded[:, :, rows, columns]).sum(dim=0)
                grad[:, :, rows, columns] += here * weight[k]
    return grad[:, :, ph : ph + h, pw : pw + w], dw, db


def pair(value):
    return (value, value) if isinstance(value, int) else tuple(value)
