"""One direction with five plain numbers, called twice."""

import torch


def along(n, f, s, p, d):
    if n < 1 or f < 1 or s < 1 or d < 1 or p < 0:
        raise ValueError(f"no such layer: {n}, {f}, {s}, {p}, {d}")
    span = d * (f - 1) + 1
    if span > n + 2 * p:
        raise ValueError(f"{span} pixels do not fit into {n + 2 * p}")
    return (n + 2 * p - span + s) // s


def conv_output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    def both(value):
        return value if isinstance(value, tuple) else (value, value)

    n, f, s, p, d = both(size), both(kernel_size), both(stride), both(padding), both(dilation)
    return torch.tensor([along(n[k], f[k], s[k], p[k], d[k]) for k in range(2)], dtype=torch.int64)
