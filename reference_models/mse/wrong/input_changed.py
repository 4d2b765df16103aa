"""The input itself is overwritten."""


def mse(input, target, reduction="mean"):
    if input.shape != target.shape:
        raise ValueError("input and target have different shapes")
    if reduction not in ("mean", "sum", "none"):
        raise ValueError("reduction is none of mean, sum, none")
    input -= target
    difference = input
    squared = difference**2
    if reduction == "mean":
        return squared.mean()
    if reduction == "sum":
        return squared.sum()
    return squared
