"""The backward pass of your convolution. Everything below the docstring is yours to replace."""

import torch


def conv2d_backward(
    dout: torch.Tensor,
    x: torch.Tensor,
    weight: torch.Tensor,
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] = 0,
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Gradients of a 2-D convolution, by hand.

    dout:    gradient of the loss for the output y, shape (N, O, Hout, Wout)
    x:       the images of the forward pass, shape (N, C, H, W), float32 or float64, any memory layout
    weight:  the kernels of the forward pass, shape (O, C, Kh, Kw), dtype of x
    stride, padding: one whole number for both directions, or a pair (vertical, horizontal)

    Returns three new tensors (dx, dw, db): dx has the shape of x, dw the shape of weight, db the shape
    (O,), and all have the dtype of x. The inputs stay as they were. Arguments are always legal, so there
    is nothing to raise. Automatic differentiation is closed.
    """
    raise NotImplementedError("conv2d_backward is not written yet")
