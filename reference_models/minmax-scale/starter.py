"""Your scaling of pixels. Everything below the docstrings is yours to replace."""

import torch


def pixels_to_unit(x: torch.Tensor) -> torch.Tensor:
    """Pixels as numbers between 0 and 1.

    x:  uint8, values from 0 to 255, shape (N, C, H, W)

    Returns a new float32 tensor of the same shape: 0 stays 0, and 255 becomes 1.
    """
    raise NotImplementedError("pixels_to_unit is not written yet")


def minmax_scale(x: torch.Tensor, low: float = 0.0, high: float = 255.0) -> torch.Tensor:
    """Each channel of each image stretched to the range from low to high.

    x:          shape (N, C, H, W), float32 or float64, finite, any memory layout, every size at least 1
    low, high:  numbers, low below high

    Returns a new tensor with the shape and dtype of x. In a channel whose values are all equal, every value
    becomes low. x stays as it was. Arguments are always legal, so there is nothing to raise.
    """
    raise NotImplementedError("minmax_scale is not written yet")
