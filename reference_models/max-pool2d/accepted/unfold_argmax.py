"""im2col: all windows as columns, and F.fold to add the gradients up."""

import math

import torch.nn.functional as F


def columns(x, kernel_size, stride, padding):
    (kh, kw), (sh, sw), (ph, pw) = pair(kernel_size), pair(stride or kernel_size), pair(padding)
    n, c, h, w = x.shape
    padded = F.pad(x.reshape(n * c, 1, h, w), (pw, pw, ph, ph), value=-math.inf)
    return F.unfold(padded, (kh, kw), stride=(sh, sw)), padded.shape[2:]


def max_pool2d(x, kernel_size, stride=None, padding=0):
    seen, (height, width) = columns(x, kernel_size, stride, padding)
    (kh, kw), (sh, sw) = pair(kernel_size), pair(stride or kernel_size)
    return seen.max(dim=1).values.reshape(*x.shape[:2], (height - kh) // sh + 1, (width - kw) // sw + 1)


def max_pool2d_backward(dout, x, kernel_size, stride=None, padding=0):
    seen, size = columns(x, kernel_size, stride, padding)
    kh, kw = pair(kernel_size)
    ph, pw = pair(padding)
    won = F.one_hot(seen.argmax(dim=1), kh * kw).transpose(1, 2).to(x.dtype)
    shares = won * dout.reshape(seen.shape[0], 1, -1)
    grad = F.fold(shares, size, (kh, kw), stride=pair(stride or kernel_size)).reshape(*x.shape[:2], *size)
    return grad[:, :, ph : ph + x.shape[2], pw : pw + x.shape[3]]


def pair(value):
    return (value, value) if isinstance(value, int) else tuple(value)
