"""Your batch iterator. Everything below the docstrings is yours to replace."""

import torch


class BatchIterator:
    """Hands out the examples of a data set in batches, epoch after epoch, without end.

    x:           shape (N, ...), float32 or float64; N is at least 1
    y:           shape (N,), int64: the labels
    batch_size:  how many examples a batch holds
    shuffle:     whether every epoch draws a new order with torch.randperm(N)

    x and y stay as they were. Raises ValueError if they differ in length, or if batch_size is below 1.
    """

    def __init__(self, x: torch.Tensor, y: torch.Tensor, batch_size: int, shuffle: bool = True) -> None:
        raise NotImplementedError("BatchIterator is not written yet")

    def next_batch(self) -> tuple[torch.Tensor, torch.Tensor]:
        """The next (examples, labels). The last batch of an epoch holds what is left, if it is fewer.

        The call after that begins the next epoch.
        """
        raise NotImplementedError("next_batch is not written yet")
