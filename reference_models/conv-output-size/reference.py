"""How large the output of a convolution is: the same count in each direction."""

import torch
from torch import Tensor

Pair = int | tuple[int, int]


def conv_output_size(
    size: Pair, kernel_size: Pair, stride: Pair = 1, padding: Pair = 0, dilation: Pair = 1
) -> Tensor:
    """Height and width of the output, as an int64 tensor of shape (2,)."""
    given = [pair(value) for value in (size, kernel_size, stride, padding, dilation)]
    return torch.tensor([places(*numbers) for numbers in zip(*given, strict=True)])


def places(length: int, taps: int, step: int, pad: int, spacing: int) -> int:
    """How many places a kernel has along one direction."""
    if min(length, taps, step, spacing) < 1:
        raise ValueError("sizes, strides and dilations are at least 1")
    if pad < 0:
        raise ValueError("the padding is at least 0")
    # What is left of the padded image once the kernel lies at its beginning.
    room = length + 2 * pad - (spacing * (taps - 1) + 1)
    if room < 0:
        raise ValueError("the kernel does not fit into the padded image")
    return room // step + 1


def pair(value: Pair) -> tuple[int, int]:
    """One number means the same in both directions."""
    return (value, value) if isinstance(value, int) else (value[0], value[1])
