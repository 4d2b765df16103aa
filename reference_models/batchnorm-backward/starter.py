"""Your backward pass. Everything below the docstring is yours to replace."""

import torch


def batchnorm_backward(
    dout: torch.Tensor, x: torch.Tensor, weight: torch.Tensor, eps: float = 1e-5
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Gradients of batch normalization in training, for input, scale and shift.

    dout:    the gradient of the loss for the output, shape of x
    x:       shape (N, C) or (N, C, H, W), float32 or float64; every channel holds at least two values
    weight:  the scale, shape (C,)
    eps:     stands under the root, beside the variance divided by the number of values

    Returns (dx, dweight, dbias): new tensors with the shape of x, (C,) and (C,), dtype of x. The inputs stay
    as they were. Arguments are always legal, so there is nothing to raise.
    """
    raise NotImplementedError("batchnorm_backward is not written yet")
