import torch


class SGDMomentum:
    def __init__(self, params, lr, momentum=0.9):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [torch.zeros_like(p) for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                v = self.momentum * self.velocities[i] + self.lr * p.grad
                self.velocities[i] = v
                p -= v

    def zero_grad(self):
        for p in self.params:
            p.grad = None
