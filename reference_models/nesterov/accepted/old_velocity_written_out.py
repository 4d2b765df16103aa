import torch


class Nesterov:
    def __init__(self, params, lr, momentum=0.9):
        self.pairs = [(p, torch.zeros(p.shape, dtype=torch.float64)) for p in params]
        self.lr = lr
        self.momentum = momentum

    def step(self):
        mu = self.momentum
        for p, old in self.pairs:
            if p.grad is not None:
                gradient = p.grad.double()
                p.data.copy_(p.data - self.lr * ((1 + mu) * gradient + mu * mu * old))
                old.copy_(mu * old + gradient)

    def zero_grad(self):
        for p, _ in self.pairs:
            if p.grad is not None:
                p.grad.zero_()
