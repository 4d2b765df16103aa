"""Mean absolute error: subtract, drop the sign, average."""

from torch import Tensor


def mae(input: Tensor, target: Tensor) -> Tensor:
    """The mean of the absolute differences."""
    if input.shape != target.shape or input.numel() == 0:
        # No student has to: this keeps the search for small examples from calls that make no sense.
        raise ValueError("two tensors of the same shape are wanted, with at least one element")
    # The derivative of abs at 0 is 0: what is right is left alone.
    return (input - target).abs().mean()
