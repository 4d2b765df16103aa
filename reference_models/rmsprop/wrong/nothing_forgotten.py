import torch


class RMSprop:
    def __init__(self, params, lr=0.01, alpha=0.99, eps=1e-8):
        self.params = list(params)
        self.lr = lr
        self.alpha = alpha
        self.eps = eps
        self.averages = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                g = p.grad
                if g is None:
                    continue
                v = self.averages[i] + g**2
                self.averages[i] = v
                p -= self.lr * g / (torch.sqrt(v) + self.eps)

    def zero_grad(self):
        for p in self.params:
            p.grad = None
