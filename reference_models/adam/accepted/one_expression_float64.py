import torch


class Adam:
    def __init__(
        self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.0, decoupled_weight_decay=False
    ):
        self.params = list(params)
        self.moments = [[p.new_zeros(p.shape, dtype=torch.float64)] * 2 for p in self.params]
        self.lr, self.betas, self.eps = lr, betas, eps
        self.decay, self.decoupled = weight_decay, decoupled_weight_decay
        self.powers = [1.0, 1.0]

    @torch.no_grad()
    def step(self):
        self.powers = [power * beta for power, beta in zip(self.powers, self.betas)]
        b1, b2 = self.betas
        for p, moments in zip(self.params, self.moments):
            if p.grad is None:
                continue
            old = p.double()
            g = p.grad.double()
            outside = self.decay * old if self.decoupled else 0
            if not self.decoupled:
                g = g + self.decay * old
            m = b1 * moments[0] + (1 - b1) * g
            v = b2 * moments[1] + (1 - b2) * g * g
            moments[:] = [m, v]
            direction = (m / (1 - self.powers[0])) / ((v / (1 - self.powers[1])) ** 0.5 + self.eps)
            p.copy_(old - self.lr * (direction + outside))

    def zero_grad(self):
        for p in self.params:
            p.grad = None
