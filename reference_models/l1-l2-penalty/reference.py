"""L1 and L2 penalty: every weight pays for its size and for its square, biases pay nothing."""

from torch import Tensor


def l1_l2_penalty(*parameters: Tensor, l1: float = 0.0, l2: float = 0.0) -> Tensor:
    """l1 Σ|w| + l2 Σw² over all tensors with two axes or more."""
    weights = [parameter for parameter in parameters if parameter.ndim >= 2]
    if not weights or l1 < 0 or l2 < 0:
        # No student has to: this keeps the search for small examples from calls that make no sense.
        raise ValueError("at least one weight is wanted, and strengths that are not negative")
    # The derivative of abs at 0 is 0: a weight that has come to 0 is not pulled any further.
    return sum(l1 * weight.abs().sum() + l2 * (weight**2).sum() for weight in weights)
