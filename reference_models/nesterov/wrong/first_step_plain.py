import torch


class Nesterov:
    def __init__(self, params, lr, momentum=0.9):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.velocities = [None for p in self.params]

    def step(self):
        with torch.no_grad():
            for i, p in enumerate(self.params):
                g = p.grad
                if g is None:
                    continue
                if self.velocities[i] is None:
                    v = g.clone()
                    d = g
                else:
                    v = self.momentum * self.velocities[i] + g
                    d = g + self.momentum * v
                self.velocities[i] = v
                p -= self.lr * d

    def zero_grad(self):
        for p in self.params:
            p.grad = None
