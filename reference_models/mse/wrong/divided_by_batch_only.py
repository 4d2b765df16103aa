"""Divided by the batch size alone."""


def mse(input, target, reduction="mean"):
    if input.shape != target.shape:
        raise ValueError("input and target have different shapes")
    if reduction not in ("mean", "sum", "none"):
        raise ValueError("reduction is none of mean, sum, none")
    difference = input - target
    squared = difference**2
    if reduction == "mean":
        return squared.sum() / input.shape[0]
    if reduction == "sum":
        return squared.sum()
    return squared
