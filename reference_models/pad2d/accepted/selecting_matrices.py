"""A matrix of ones and zeros from the left picks rows, another one from the right picks columns."""

import torch


def pad2d(x, padding, mode="zeros"):
    left, right, top, bottom = [padding] * 4 if isinstance(padding, int) else padding
    if mode != "zeros" and mode != "replicate":
        raise ValueError("mode is zeros or replicate")
    if left < 0 or right < 0 or top < 0 or bottom < 0:
        raise ValueError("padding is not negative")
    down = picking(x.shape[2], top, bottom, mode, x)
    across = picking(x.shape[3], left, right, mode, x)
    return down @ x @ across.t()


def picking(size, before, after, mode, like):
    matrix = torch.zeros(before + size + after, size, dtype=like.dtype)
    matrix[before : before + size] = torch.eye(size, dtype=like.dtype)
    if mode == "replicate":
        matrix[:before, 0] = 1
        matrix[before + size :, -1] = 1
    return matrix
