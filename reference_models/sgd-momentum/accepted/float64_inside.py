import torch


class SGDMomentum:
    def __init__(self, params, lr, momentum=0.9):
        self.pairs = [(p, torch.zeros(p.shape, dtype=torch.float64)) for p in params]
        self.lr = lr
        self.momentum = momentum

    def step(self):
        for p, velocity in self.pairs:
            if p.grad is not None:
                velocity.copy_(velocity * self.momentum + p.grad)
                p.data.copy_(p.data - self.lr * velocity)

    def zero_grad(self):
        for p, _ in self.pairs:
            p.grad = None
