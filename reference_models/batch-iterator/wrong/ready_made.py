import torch
from torch.utils.data import BatchSampler


class BatchIterator:
    def __init__(self, x, y, batch_size, shuffle=True):
        if len(x) != len(y) or batch_size < 1:
            raise ValueError("as many labels as examples are wanted, and a batch size of at least 1")
        self.x, self.y = x, y
        self.batch_size, self.shuffle = batch_size, shuffle
        self.batches = iter(())

    def next_batch(self):
        rows = next(self.batches, None)
        if rows is None:
            examples = len(self.x)
            order = torch.randperm(examples) if self.shuffle else torch.arange(examples)
            self.batches = iter(BatchSampler(order.tolist(), self.batch_size, drop_last=False))
            rows = next(self.batches)
        return self.x[rows], self.y[rows]
