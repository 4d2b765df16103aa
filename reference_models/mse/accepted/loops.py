"""One element after the other, in double precision."""

import torch


def mse(input, target, reduction="mean"):
    if tuple(input.shape) != tuple(target.shape):
        raise ValueError("the shapes differ")
    losses = []
    for x, t in zip(input.double().flatten(), target.double().flatten()):
        losses.append((t - x) * (t - x))
    losses = torch.stack(losses)
    if reduction == "none":
        return losses.reshape(input.shape).to(input.dtype)
    total = losses.sum()
    if reduction == "mean":
        total = total / len(losses)
    elif reduction != "sum":
        raise ValueError("no such reduction")
    return total.to(input.dtype)
