"""The place before the first step is not counted."""

import math

import torch


def conv_output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    given = [pair(value) for value in (size, kernel_size, stride, padding, dilation)]
    result = []
    for n, f, s, p, d in zip(*given):
        if min(n, f, s, d) < 1 or p < 0:
            raise ValueError("an argument is too small")
        room = n + 2 * p - d * (f - 1) - 1
        if room < 0:
            raise ValueError("the kernel does not fit")
        result.append(math.floor(room / s))
    return torch.tensor(result)


def pair(value):
    return (value, value) if isinstance(value, int) else tuple(value)
