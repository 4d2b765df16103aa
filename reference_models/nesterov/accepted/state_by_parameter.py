import torch


class Nesterov:
    def __init__(self, params, lr, momentum=0.9):
        self.params = list(params)
        self.lr = lr
        self.momentum = momentum
        self.state = {}

    @torch.no_grad()
    def step(self):
        for p in self.params:
            if p.grad is None:
                continue
            v = self.state.setdefault(p, torch.zeros_like(p))
            v.mul_(self.momentum).add_(p.grad)
            p.add_(p.grad.add(v, alpha=self.momentum), alpha=-self.lr)

    def zero_grad(self):
        for p in self.params:
            p.grad = None
