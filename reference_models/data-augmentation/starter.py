"""Your augmentation. Everything below the docstrings is yours to replace."""

import torch


def draw_choices(
    count: int, height: int, width: int, size: int, p: float = 0.5
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """For each image: whether to mirror it, and where its crop begins.

    count:          how many images there are
    height, width:  of the images
    size:           height and width of the crop, at most those of the images
    p:              how probable it is that an image is mirrored

    Returns (flip, top, left), each of shape (count,): flip is bool, top and left are int64, from 0 to
    height - size and width - size, all places equally probable. The numbers come from torch's own generator.
    """
    raise NotImplementedError("draw_choices is not written yet")


def augment(
    x: torch.Tensor,
    labels: torch.Tensor,
    flip: torch.Tensor,
    top: torch.Tensor,
    left: torch.Tensor,
    brightness: torch.Tensor,
    noise: torch.Tensor,
    size: int,
) -> tuple[torch.Tensor, torch.Tensor]:
    """Images mirrored, cut to size, made brighter or darker, and with noise.

    x:           shape (N, C, H, W), float32 or float64, values from 0 to 1, any memory layout
    labels:      shape (N,), int64
    flip:        shape (N,), bool: which images are mirrored left to right
    top, left:   shape (N,), int64: where the crop begins in the image, after mirroring
    brightness:  shape (N,), dtype of x: the factor of each image
    noise:       shape (N, C, size, size), dtype of x: what is added at the end
    size:        height and width of the crop

    Returns (y, labels): y is a new tensor of shape (N, C, size, size) with the dtype of x and values from 0
    to 1; the labels are what they were. The inputs stay as they were. Arguments are always legal.
    """
    raise NotImplementedError("augment is not written yet")
