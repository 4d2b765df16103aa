"""The places themselves, as a range: its length is the answer."""

import torch


def conv_output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    result = torch.zeros(2, dtype=torch.int64)
    for axis in range(2):
        n, f, s, p, d = (
            value if isinstance(value, int) else value[axis]
            for value in (size, kernel_size, stride, padding, dilation)
        )
        if min(n, f, d) < 1 or s <= 0 or p < 0:
            raise ValueError("an argument is too small")
        last = n + p - (f - 1) * d
        result[axis] = len(range(-p, last, s))
        if last <= -p:
            raise ValueError("there is no place for the kernel")
    return result
