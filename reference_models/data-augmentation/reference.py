"""Augmentation: chance decides outside, and what was decided is then carried out image by image."""

import torch
from torch import Tensor


def draw_choices(
    count: int, height: int, width: int, size: int, p: float = 0.5
) -> tuple[Tensor, Tensor, Tensor]:
    """For each of count images: whether to mirror it, and where its crop begins."""
    if not (1 <= size <= min(height, width) and 0 <= p <= 1):
        raise ValueError("the crop fits into the image, and p is a probability")
    flip = torch.rand(count) < p
    # The last place is the one at which the crop ends with the image.
    top = torch.randint(0, height - size + 1, (count,))
    left = torch.randint(0, width - size + 1, (count,))
    return flip, top, left


def augment(
    x: Tensor,
    labels: Tensor,
    flip: Tensor,
    top: Tensor,
    left: Tensor,
    brightness: Tensor,
    noise: Tensor,
    size: int,
) -> tuple[Tensor, Tensor]:
    """Images mirrored, cut to size, made brighter or darker, and with noise; the labels stay."""
    images, channels, height, width = x.shape
    if noise.shape != (images, channels, size, size) or size < 1:
        raise ValueError("the noise has the shape of the result")
    if any(given.shape != (images,) for given in (labels, flip, top, left, brightness)):
        raise ValueError("there is one choice for each image")
    if min(top.min(), left.min()) < 0 or top.max() > height - size or left.max() > width - size:
        raise ValueError("the crop lies within the image")

    crops = []
    for image, mirror, i, j in zip(x, flip, top.tolist(), left.tolist(), strict=True):
        seen = image.flip(-1) if mirror else image
        crops.append(seen[:, i : i + size, j : j + size])
    bright = torch.stack(crops) * brightness[:, None, None, None]
    return (bright + noise).clamp(0, 1), labels
