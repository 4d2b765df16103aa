"""A generator yields the batches of all epochs; next_batch asks it for one."""

import torch


class BatchIterator:
    def __init__(self, x, y, batch_size, shuffle=True):
        if x.shape[0] != y.shape[0] or batch_size <= 0:
            raise ValueError("lengths must be equal, and a batch needs an example")
        self.stream = stream(x, y, batch_size, shuffle)

    def next_batch(self):
        return next(self.stream)


def stream(x, y, batch_size, shuffle):
    while True:
        order = torch.randperm(len(x)) if shuffle else torch.arange(len(x))
        for rows in order.split(batch_size):
            yield x.index_select(0, rows), y.index_select(0, rows)
