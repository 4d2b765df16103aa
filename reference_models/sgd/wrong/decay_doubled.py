import torch


class SGD:
    def __init__(self, params, lr, weight_decay=0.0):
        self.params = list(params)
        self.lr = lr
        self.weight_decay = weight_decay

    def step(self):
        with torch.no_grad():
            for p in self.params:
                if p.grad is None:
                    continue
                d = p.grad + 2 * self.weight_decay * p
                p -= self.lr * d

    def zero_grad(self):
        for p in self.params:
            p.grad = None
