"""Both directions at once, as tensors of whole numbers."""

import torch


def conv_output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    n, f, s, p, d = (
        torch.as_tensor(value).expand(2) for value in (size, kernel_size, stride, padding, dilation)
    )
    if torch.stack([n, f, s, d]).lt(1).any() or p.lt(0).any():
        raise ValueError("an argument is too small")
    room = n + 2 * p - d * (f - 1) - 1
    if room.min() < 0:
        raise ValueError("the kernel is larger than the padded image")
    return torch.div(room, s, rounding_mode="floor") + 1
