"""The option reduction is ignored."""


def mse(input, target, reduction="mean"):
    if input.shape != target.shape:
        raise ValueError("input and target have different shapes")
    if reduction not in ("mean", "sum", "none"):
        raise ValueError("reduction is none of mean, sum, none")
    difference = input - target
    squared = difference**2
    return squared.mean()
