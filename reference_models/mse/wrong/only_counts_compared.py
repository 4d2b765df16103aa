"""Only the number of elements is compared."""


def mse(input, target, reduction="mean"):
    if input.numel() != target.numel():
        raise ValueError("input and target have different shapes")
    if reduction not in ("mean", "sum", "none"):
        raise ValueError("reduction is none of mean, sum, none")
    difference = input - target
    squared = difference**2
    if reduction == "mean":
        return squared.mean()
    if reduction == "sum":
        return squared.sum()
    return squared
