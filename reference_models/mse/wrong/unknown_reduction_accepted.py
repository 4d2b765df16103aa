"""An unknown reduction is not refused."""


def mse(input, target, reduction="mean"):
    if input.shape != target.shape:
        raise ValueError("input and target have different shapes")
    difference = input - target
    squared = difference**2
    if reduction == "mean":
        return squared.mean()
    if reduction == "sum":
        return squared.sum()
    return squared
