"""Every window clipped at the edge of the image, so that no padding is needed."""

import torch


def min_pool2d(x, kernel_size, stride=None, padding=0):
    both = [kernel_size, kernel_size if stride is None else stride, padding]
    both = [[value, value] if isinstance(value, int) else value for value in both]
    rows, columns = (
        spans(length, *(value[axis] for value in both)) for axis, length in enumerate(x.shape[2:])
    )
    lines = []
    for top, bottom in rows:
        line = [x[..., top:bottom, left:right].flatten(2).min(dim=2).values for left, right in columns]
        lines.append(torch.stack(line, dim=-1))
    return torch.stack(lines, dim=-2)


def spans(length, window, step, pad):
    """Where each window begins and ends within the image."""
    count = (length + 2 * pad - window) // step + 1
    return [(max(k * step - pad, 0), min(k * step - pad + window, length)) for k in range(count)]
