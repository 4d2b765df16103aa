import torch


class Adam:
    def __init__(
        self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.0, decoupled_weight_decay=False
    ):
        self.params = list(params)
        self.lr, self.betas, self.eps = lr, betas, eps
        self.l2 = 0.0 if decoupled_weight_decay else weight_decay
        self.shrink = weight_decay if decoupled_weight_decay else 0.0
        self.state = {}

    @torch.no_grad()
    def step(self):
        for p in self.params:
            if p.grad is None:
                continue
            if p not in self.state:
                self.state[p] = {"t": 0, "m": torch.zeros_like(p), "v": torch.zeros_like(p)}
            state = self.state[p]
            state["t"] += 1
            g = p.grad.add(p, alpha=self.l2)
            p.mul_(1 - self.lr * self.shrink)
            b1, b2 = self.betas
            state["m"].lerp_(g, 1 - b1)
            state["v"].mul_(b2).addcmul_(g, g, value=1 - b2)
            root = (state["v"] / (1 - b2 ** state["t"])).sqrt_().add_(self.eps)
            p.addcdiv_(state["m"], root, value=-self.lr / (1 - b1 ** state["t"]))

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad.zero_()
