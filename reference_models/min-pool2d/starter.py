"""Your min pooling. Everything below the docstring is yours to replace."""

import torch


def min_pool2d(
    x: torch.Tensor,
    kernel_size: int | tuple[int, int],
    stride: int | tuple[int, int] | None = None,
    padding: int | tuple[int, int] = 0,
) -> torch.Tensor:
    """The smallest pixel of each window.

    x:            shape (N, C, H, W), float32 or float64, finite, any memory layout
    kernel_size:  size of the window, one whole number for both directions or a pair (vertical, horizontal)
    stride:       likewise; None means the same as kernel_size
    padding:      likewise, per side, at most half of the window; padded pixels never win

    Returns a new tensor of shape (N, C, Hout, Wout) with the dtype of x. Gradients must flow through it to
    x, which stays as it was. Arguments are always legal, so there is nothing to raise.
    """
    raise NotImplementedError("min_pool2d is not written yet")
