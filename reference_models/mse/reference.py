"""Mean squared error: subtract, square, and put together as the caller asks."""

from torch import Tensor


def mse(input: Tensor, target: Tensor, reduction: str = "mean") -> Tensor:
    """The squared differences: their mean, their sum, or all of them."""
    if input.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(input.shape)} and {tuple(target.shape)}")
    if input.numel() == 0:
        raise ValueError("there is nothing to compare")

    squared = (input - target) ** 2
    if reduction == "mean":
        return squared.mean()
    if reduction == "sum":
        return squared.sum()
    if reduction == "none":
        return squared
    raise ValueError(f"reduction is {reduction!r}, not mean, sum or none")
