"""Batches without end: every epoch has an order of its own, and gives each example exactly once."""

import torch
from torch import Tensor


class BatchIterator:
    """Hands out the N examples of x and y, batch_size at a time, epoch after epoch."""

    def __init__(self, x: Tensor, y: Tensor, batch_size: int, shuffle: bool = True) -> None:
        if len(x) != len(y):
            raise ValueError(f"x has {len(x)} examples and y has {len(y)}")
        if batch_size < 1:
            raise ValueError(f"a batch cannot hold {batch_size} examples")
        if len(x) < 1:
            # No student has to: the statement promises examples.
            raise ValueError("there are no examples")
        self.x = x
        self.y = y
        self.batch_size = batch_size
        self.shuffle = shuffle
        # What is left of the epoch. Nothing: the first batch begins one.
        self.left = torch.empty(0, dtype=torch.int64)

    def next_batch(self) -> tuple[Tensor, Tensor]:
        """Examples and labels of the next batch; the last one of an epoch may be smaller."""
        if len(self.left) == 0:
            examples = len(self.x)
            self.left = torch.randperm(examples) if self.shuffle else torch.arange(examples)
        rows, self.left = self.left[: self.batch_size], self.left[self.batch_size :]
        return self.x[rows], self.y[rows]
