import torch


class SGDMomentum:
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
            if p in self.state:
                self.state[p].mul_(self.momentum).add_(p.grad)
            else:
                self.state[p] = p.grad.clone()
            p.add_(self.state[p], alpha=-self.lr)

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad.zero_()
