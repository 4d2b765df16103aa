class SGD:
    def __init__(self, params, lr, weight_decay=0.0):
        self.params = tuple(params)
        self.lr = lr
        self.weight_decay = weight_decay

    def step(self):
        for p in self.params:
            if p.grad is None:
                continue
            shrunk = (1 - self.lr * self.weight_decay) * p.data.double()
            p.data = (shrunk - self.lr * p.grad.double()).to(p.dtype)

    def zero_grad(self):
        for p in self.params:
            p.grad = None
