import torch


class BatchIterator:
    def __init__(self, x, y, batch_size, shuffle=True):
        if len(x) != len(y):
            raise ValueError("x and y have different lengths")
        if batch_size < 1:
            raise ValueError("a batch holds at least one example")
        self.x, self.y = x, y
        self.batch_size, self.shuffle = batch_size, shuffle
        self.start = len(x)

    def next_batch(self):
        n = len(self.x)
        if self.start >= n:
            self.begin_epoch()
        rows = self.order[self.start : self.start + self.batch_size]
        self.start += self.batch_size
        rows = slice(self.start - self.batch_size, self.start)
        return self.x[rows], self.y[rows]

    def begin_epoch(self):
        n = len(self.x)
        self.order = torch.randperm(n) if self.shuffle else torch.arange(n)
        self.x, self.y = self.x[self.order], self.y[self.order]
        self.start = 0
