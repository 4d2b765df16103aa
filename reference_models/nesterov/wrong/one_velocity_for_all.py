import torch


class Nesterov:
    def __init__(self, params, lr, momentum=0.9):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocity = 0

    def step(self):
        with torch.no_grad():
            for p in self.params:
                g = p.grad
                if g is None:
                    continue
                v = self.momentum * self.velocity + g
                self.velocity = v
                d = g + self.momentum * v
                p -= self.lr * d

    def zero_grad(self):
        for p in self.params:
            p.grad = None
