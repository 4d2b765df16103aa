"""A random split: one order for examples and labels together, its beginning for validation."""

import torch
from torch import Tensor


def train_val_split(x: Tensor, y: Tensor, val_fraction: float = 0.2) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Share out the N examples of x and y in random order: (x_train, y_train, x_val, y_val)."""
    examples = len(x)
    if len(y) != examples:
        raise ValueError(f"x has {examples} examples and y has {len(y)}")
    validation = int(examples * val_fraction)
    if not 0 < validation < examples:
        raise ValueError(f"{val_fraction} of {examples} examples leaves one part empty")

    # One order for both: a label stays with its example.
    order = torch.randperm(examples)
    val, train = order[:validation], order[validation:]
    return x[train], y[train], x[val], y[val]
