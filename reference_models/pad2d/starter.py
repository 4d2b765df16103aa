"""Your padding. Everything below the docstring is yours to replace."""

import torch


def pad2d(x: torch.Tensor, padding: int | tuple[int, int, int, int], mode: str = "zeros") -> torch.Tensor:
    """Images with a border.

    x:        shape (N, C, H, W), float32 or float64, any memory layout, every size at least 1
    padding:  how many pixels are added, one whole number for all four sides, or (left, right, top, bottom)
    mode:     "zeros" fills the border with 0, "replicate" with the nearest pixel of the image

    Returns a new tensor of shape (N, C, top + H + bottom, left + W + right) with the dtype of x. Gradients
    must flow through it to x, which stays as it was.

    Raises ValueError for another mode, and where a padding is negative.
    """
    raise NotImplementedError("pad2d is not written yet")
