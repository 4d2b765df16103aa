"""Elastic net: half the mean squared error of a linear model, plus both penalties on its weights."""

from torch import Tensor


def elastic_net(
    input: Tensor, target: Tensor, weight: Tensor, bias: Tensor, alpha: float = 1.0, l1_ratio: float = 0.5
) -> Tensor:
    """Squared error, L1 and L2, each with the factor that it has in the formula."""
    refuse_what_the_statement_excludes(input, target, weight, bias, alpha, l1_ratio)
    errors = input @ weight + bias - target
    data = (errors**2).mean() / 2
    l1 = weight.abs().sum()
    l2 = (weight**2).sum() / 2
    return data + alpha * (l1_ratio * l1 + (1 - l1_ratio) * l2)


def refuse_what_the_statement_excludes(input, target, weight, bias, alpha, l1_ratio) -> None:
    """No student has to: this keeps the search for small examples from calls that make no sense."""
    if input.ndim != 2 or input.numel() == 0 or target.shape != input.shape[:1]:
        raise ValueError("features of shape (N, D) and targets of shape (N,) are wanted")
    if weight.shape != input.shape[1:] or bias.shape != (1,):
        raise ValueError("a weight of shape (D,) and a bias of shape (1,) are wanted")
    if alpha < 0 or not 0 <= l1_ratio <= 1:
        raise ValueError("alpha is negative, or l1_ratio is no share")
