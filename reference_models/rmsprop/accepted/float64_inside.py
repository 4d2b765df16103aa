import torch


class RMSprop:
    def __init__(self, params, lr=0.01, alpha=0.99, eps=1e-8):
        self.pairs = [[p, torch.zeros(p.shape, dtype=torch.float64)] for p in params]
        self.lr = lr
        self.alpha = alpha
        self.eps = eps

    def step(self):
        for pair in self.pairs:
            p, old = pair
            if p.grad is not None:
                gradient = p.grad.double()
                pair[1] = old + (1 - self.alpha) * (gradient * gradient - old)
                p.data.copy_(p.data - self.lr * gradient / (pair[1] ** 0.5 + self.eps))

    def zero_grad(self):
        for p, _ in self.pairs:
            p.grad = None
