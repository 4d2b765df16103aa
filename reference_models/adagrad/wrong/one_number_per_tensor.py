import torch


class Adagrad:
    def __init__(self, params, lr=0.01, eps=1e-10):
        self.params = list(params)
        self.lr = lr
        self.eps = eps
        self.sums = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                g = p.grad
                if g is None:
                    continue
                s = self.sums[i] + (g**2).sum()
                self.sums[i] = s
                p -= self.lr * g / (torch.sqrt(s) + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None
