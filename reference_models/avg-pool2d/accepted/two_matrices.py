"""A matrix that averages rows and one that averages columns: no padding is ever made."""

import torch


def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    down, right = (
        averaging(length, k, s, p, count_include_pad, x)
        for length, k, s, p in zip(x.shape[2:], pair(kernel_size), pair(stride), pair(padding))
    )
    return down @ x @ right.t()


def averaging(length, k, s, p, all_count, like):
    count = (length + 2 * p - k) // s + 1
    first = torch.arange(count)[:, None] * s - p
    place = torch.arange(length)[None, :]
    inside = ((first <= place) & (place < first + k)).to(like.dtype)
    return inside / (k if all_count else inside.sum(dim=1, keepdim=True))


def pair(value):
    return (value, value) if isinstance(value, int) else tuple(value)
