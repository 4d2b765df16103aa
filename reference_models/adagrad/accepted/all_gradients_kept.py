import torch


class Adagrad:
    def __init__(self, params, lr=0.01, eps=1e-10):
        self.params = [(p, []) for p in params]
        self.lr = lr
        self.eps = eps

    def step(self):
        for p, seen in self.params:
            if p.grad is not None:
                seen.append(p.grad.double())
                size = torch.linalg.vector_norm(torch.stack(seen), dim=0)
                p.data.copy_(p.data - self.lr * seen[-1] / (size + self.eps))

    def zero_grad(self):
        for p, _ in self.params:
            p.grad = None
