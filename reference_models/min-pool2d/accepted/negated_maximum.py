"""The largest of the negated pixels, tap by tap, negated back."""

import torch
from torch.nn.functional import pad


def min_pool2d(x, kernel_size, stride=None, padding=0):
    kh, kw = pair(kernel_size)
    sh, sw = (kh, kw) if stride is None else pair(stride)
    ph, pw = pair(padding)
    negated = pad(-x, [pw, pw, ph, ph], value=float("-inf"))
    last_row, last_column = negated.shape[2] - kh + 1, negated.shape[3] - kw + 1
    largest = negated[:, :, :last_row:sh, :last_column:sw]
    for u in range(kh):
        for v in range(kw):
            tap = negated[:, :, u : u + last_row : sh, v : v + last_column : sw]
            largest = torch.where(tap > largest, tap, largest)
    return -largest


def pair(value):
    return (value, value) if isinstance(value, int) else tuple(value)
