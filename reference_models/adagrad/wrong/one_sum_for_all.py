import torch


class Adagrad:
    def __init__(self, params, lr=0.01, eps=1e-10):
        self.params = list(params)
        self.lr = lr
        self.eps = eps
        self.sum = 0

    def step(self):
        with torch.no_grad():
            for p in self.params:
                g = p.grad
                if g is None:
                    continue
                s = self.sum + g**2
                self.sum = s
                p -= self.lr * g / (torch.sqrt(s) + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None
