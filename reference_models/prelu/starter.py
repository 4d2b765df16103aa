"""Your PReLU and its derivatives. Everything below the docstrings is yours to replace."""

import torch


def prelu(x: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
    """x where it is positive, slope times x elsewhere.

    x:       shape (N, C, ...), float32 or float64; with a single slope any shape with at least one axis
    weight:  the slopes, dtype of x: shape (C,), one for each channel, or (1,), one for all numbers

    Returns a new tensor with the shape and dtype of x. The inputs stay as they were. Arguments always
    fit together, so there is nothing to raise.
    """
    raise NotImplementedError("prelu is not written yet")


def prelu_backward(
    dout: torch.Tensor, x: torch.Tensor, weight: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor]:
    """The gradients of the loss for x and for weight. At exactly 0 the slope of x is the negative side's.

    dout:       the gradient of the loss for prelu(x, weight), with the shape and dtype of x
    x, weight:  what prelu was given

    Returns (dx, dweight): new tensors with the shapes of x and of weight. The inputs stay as they were.
    """
    raise NotImplementedError("prelu_backward is not written yet")
