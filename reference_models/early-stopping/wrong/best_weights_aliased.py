import torch


class EarlyStopping:
    def __init__(self, weights, patience, min_delta=0.0):
        self.weights = weights
        self.patience = patience
        self.min_delta = min_delta
        self.best = float("inf")
        self.best_weights = weights.clone()
        self.waited = 0

    def step(self, loss):
        if loss < self.best - self.min_delta:
            self.best = loss
            self.best_weights = self.weights
            self.waited = 0
        else:
            self.waited += 1
        return torch.tensor(self.waited >= self.patience)

    def restore(self):
        self.weights.copy_(self.best_weights)
        return self.weights.clone()
