"""Your random split. Everything below the docstring is yours to replace."""

import torch


def train_val_split(
    x: torch.Tensor, y: torch.Tensor, val_fraction: float = 0.2
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Share out examples at random between training and validation.

    x:             shape (N, ...), float32 or float64
    y:             shape (N,), int64: the labels
    val_fraction:  the share for validation; floor(N * val_fraction) examples go there

    The order comes from a single torch.randperm(N): its beginning is for validation, the rest for
    training, both in that order. Returns (x_train, y_train, x_val, y_val): new tensors; x and y stay as
    they were.

    Raises ValueError if x and y differ in length, or if one of the parts would be empty.
    """
    raise NotImplementedError("train_val_split is not written yet")
