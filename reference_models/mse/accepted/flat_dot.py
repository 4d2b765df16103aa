"""Sum of squares as a dot product; the options in a dictionary."""

import torch


def mse(input, target, reduction="mean"):
    if input.shape != target.shape or reduction not in ("mean", "sum", "none"):
        raise ValueError(f"cannot take the {reduction} of {input.shape} and {target.shape}")
    if reduction == "none":
        return (input - target).square()
    flat = (input - target).reshape(-1)
    return torch.dot(flat, flat) / {"mean": flat.numel(), "sum": 1}[reduction]
