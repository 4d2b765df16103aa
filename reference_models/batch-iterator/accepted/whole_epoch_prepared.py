"""All batches of an epoch are cut at its beginning and handed out one after the other."""

import torch


class BatchIterator:
    def __init__(self, x, y, batch_size, shuffle=True):
        if len(x) != len(y):
            raise ValueError("one label for each example")
        if not batch_size >= 1:
            raise ValueError("batch_size is at least 1")
        self.data, self.size, self.shuffle, self.waiting = (x, y), batch_size, shuffle, []

    def next_batch(self):
        if not self.waiting:
            x, y = self.data
            if self.shuffle:
                order = torch.randperm(len(x)).tolist()
                x, y = x[order], y[order]
            ends = range(0, len(x), self.size)
            self.waiting = [(x[k : k + self.size].clone(), y[k : k + self.size].clone()) for k in ends]
        return self.waiting.pop(0)
