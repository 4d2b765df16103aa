"""Your one-hot encoding. Everything below the docstring is yours to replace."""

import torch


def one_hot(labels: torch.Tensor, num_classes: int) -> torch.Tensor:
    """A row of zeros for each label, with a single 1.

    labels:       int64, any shape, from (N,) up, any memory layout, at least one label
    num_classes:  how many classes there are, at least 1

    Returns a new int64 tensor of shape (*labels.shape, num_classes). labels stay as they were.

    Raises ValueError where a label is below 0 or not below num_classes.
    """
    raise NotImplementedError("one_hot is not written yet")
