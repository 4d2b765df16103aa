"""assert is used in place of ValueError."""


def mse(input, target, reduction="mean"):
    assert input.shape == target.shape
    assert reduction in ("mean", "sum", "none")
    difference = input - target
    squared = difference**2
    if reduction == "mean":
        return squared.mean()
    if reduction == "sum":
        return squared.sum()
    return squared
