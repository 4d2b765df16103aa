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
        while len(rows) < self.batch_size:
            short = self.batch_size - len(rows)
            self.begin_epoch()
            rows = torch.cat([rows, self.order[:short]])
            self.start = short - self.batch_size
        self.start += self.batch_size
        return self.x[rows], self.y[rows]

    def begin_epoch(self):
        n = len(self.x)
        self.order = torch.randperm(n) if self.shuffle else torch.arange(n)
        self.start = 0
