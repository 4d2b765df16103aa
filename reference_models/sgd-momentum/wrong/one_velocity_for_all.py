import torch


class SGDMomentum:
    def __init__(self, params, lr, momentum=0.9):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocity = 0

    def step(self):
        with torch.no_grad():
            for p in self.params:
                if p.grad is None:
                    continue
                v = self.momentum * self.velocity + p.grad
                self.velocity = v
                p -= self.lr * v

    def zero_grad(self):
        for p in self.params:
            p.grad = None
