"""Your average pooling. Everything below the docstring is yours to replace."""

import torch


def avg_pool2d(
    x: torch.Tensor,
    kernel_size: int | tuple[int, int],
    stride: int | tuple[int, int] | None = None,
    padding: int | tuple[int, int] = 0,
    count_include_pad: bool = True,
) -> torch.Tensor:
    """The mean of each window.

    x:            shape (N, C, H, W), float32 or float64, any memory layout
    kernel_size:  size of the window, one whole number for both directions or a pair (vertical, horizontal)
    stride:       likewise; None means the same as kernel_size
    padding:      likewise, zeros per side, at most half of the window
    count_include_pad: True divides by the size of the window, False by the number of its pixels that
                  belong to the image

    Returns a new tensor of shape (N, C, Hout, Wout) with the dtype of x. Gradients must flow through it to
    x, which stays as it was. Arguments are always legal, so there is nothing to raise.
    """
    raise NotImplementedError("avg_pool2d is not written yet")
