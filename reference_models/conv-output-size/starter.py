"""The output size of a convolution. Everything below the docstring is yours to replace."""

import torch


def conv_output_size(
    size: int | tuple[int, int],
    kernel_size: int | tuple[int, int],
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] = 0,
    dilation: int | tuple[int, int] = 1,
) -> torch.Tensor:
    """Height and width of what a convolution makes of an image.

    size:         of the image
    kernel_size:  of the kernel, without what dilation adds
    stride, padding, dilation: as in a convolution layer; padding is counted per side
    Each is one whole number for both directions, or a pair (vertical, horizontal).

    Returns an int64 tensor of shape (2,): height, then width.

    Raises ValueError where size, kernel_size, stride or dilation is below 1, where padding is negative, and
    where the kernel does not fit into the padded image.
    """
    raise NotImplementedError("conv_output_size is not written yet")
