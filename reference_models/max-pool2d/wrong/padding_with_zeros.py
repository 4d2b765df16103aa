"""The border is filled with zeros."""

import torch
import torch.nn.functional as F


def max_pool2d(x, kernel_size, stride=None, padding=0):
    (kh, kw), (sh, sw), (ph, pw) = pairs(kernel_size, stride, padding)
    xp = padded(x, ph, pw)
    oh = (xp.shape[2] - kh) // sh + 1
    ow = (xp.shape[3] - kw) // sw + 1
    y = torch.zeros(*x.shape[:2], oh, ow, dtype=x.dtype)
    for i in range(oh):
        for j in range(ow):
            window = xp[:, :, i * sh : i * sh + kh, j * sw : j * sw + kw]
            y[:, :, i, j] = window.amax(dim=(2, 3))
    return y


def max_pool2d_backward(dout, x, kernel_size, stride=None, padding=0):
    (kh, kw), (sh, sw), (ph, pw) = pairs(kernel_size, stride, padding)
    n, c, h, w = x.shape
    xp = padded(x, ph, pw)
    dxp = torch.zeros_like(xp)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            rows, columns = slice(i * sh, i * sh + kh), slice(j * sw, j * sw + kw)
            window = xp[:, :, rows, columns].flatten(2)
            won = F.one_hot(window.argmax(dim=2), kh * kw).to(x.dtype)
            part = won * dout[:, :, i, j].unsqueeze(2)
            dxp[:, :, rows, columns] += part.reshape(n, c, kh, kw)
    return dxp[:, :, ph : ph + h, pw : pw + w]


def padded(x, ph, pw):
    return F.pad(x, (pw, pw, ph, ph))


def pairs(kernel_size, stride, padding):
    stride = kernel_size if stride is None else stride
    return [(v, v) if isinstance(v, int) else tuple(v) for v in (kernel_size, stride, padding)]
