"""Flattening: the same numbers in the same order, under another shape. And back."""

from math import prod

from torch import Tensor


def flatten(x: Tensor) -> Tensor:
    """Images (N, C, H, W) as rows of C * H * W numbers."""
    if x.dim() != 4 or not x.numel():
        raise ValueError("x holds images of shape (N, C, H, W)")
    return x.reshape(x.shape[0], -1)


def flatten_backward(dout: Tensor, shape: tuple[int, int, int, int]) -> Tensor:
    """Each number of the gradient goes back to the place that its pixel came from."""
    if not dout.numel() or dout.shape != (shape[0], prod(shape[1:])):
        raise ValueError("dout does not belong to images of this shape")
    return dout.reshape(shape)
