"""One side after the other: zeros or copies of the edge are put beside what is there."""

import torch


def pad2d(x, padding, mode="zeros"):
    if isinstance(padding, int):
        padding = (padding, padding, padding, padding)
    if mode not in {"zeros", "replicate"} or any(side < 0 for side in padding):
        raise ValueError(f"no such padding: {padding}, {mode}")
    for axis, before, after in ((3, *padding[:2]), (2, *padding[2:])):
        first, last = x.narrow(axis, 0, 1), x.narrow(axis, x.shape[axis] - 1, 1)
        if mode == "zeros":
            first, last = torch.zeros_like(first), torch.zeros_like(last)
        x = torch.cat([first] * before + [x] + [last] * after, dim=axis)
    return x
