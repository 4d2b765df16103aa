"""One-hot: a row of zeros for each label, and a 1 at the place that the label names."""

import torch
from torch import Tensor


def one_hot(labels: Tensor, num_classes: int) -> Tensor:
    """Labels of any shape (...) as rows of zeros and a single one, shape (..., num_classes)."""
    if num_classes < 1 or not labels.numel() or labels.min() < 0 or labels.max() >= num_classes:
        raise ValueError("labels lie between 0 and num_classes - 1")
    rows = torch.zeros(*labels.shape, num_classes, dtype=torch.int64)
    return rows.scatter(-1, labels.unsqueeze(-1), 1)
