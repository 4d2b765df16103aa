import torch


class SGD:
    def __init__(self, params, lr, weight_decay=0.0):
        self.params, self.lr, self.weight_decay = [*params], lr, weight_decay

    @torch.no_grad()
    def step(self):
        for p in self.params:
            if p.grad is not None:
                p.add_(p.grad.add(p, alpha=self.weight_decay), alpha=-self.lr)

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad.zero_()
