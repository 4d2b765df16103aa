"""Binary cross-entropy: two logarithms, cut off before they meet a factor of 0."""

import torch
from torch import Tensor


def binary_cross_entropy(input: Tensor, target: Tensor) -> Tensor:
    """The mean surprise of the probabilities at the targets, in nats."""
    refuse_what_the_statement_excludes(input, target)
    log_of_yes = torch.log(input).clamp(min=-100)
    log_of_no = torch.log(1 - input).clamp(min=-100)
    return -(target * log_of_yes + (1 - target) * log_of_no).mean()


def refuse_what_the_statement_excludes(input: Tensor, target: Tensor) -> None:
    """No student has to: this keeps the search for small examples from calls that make no sense."""
    if input.shape != target.shape or input.numel() == 0:
        raise ValueError("two tensors of the same shape are wanted, with at least one element")
    for values in (input, target):
        if values.min() < 0 or values.max() > 1:
            raise ValueError("probabilities and targets lie between 0 and 1")
