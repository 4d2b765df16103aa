"""No branch: the improvement is a truth value that chooses everywhere."""

import torch


class EarlyStopping:
    def __init__(self, weights, patience, min_delta=0.0):
        self.weights = weights
        self.patience, self.min_delta = patience, min_delta
        self.best = torch.tensor(float("inf"), dtype=weights.dtype)
        self.kept = weights.detach().clone()
        self.left = torch.tensor(patience)

    def step(self, loss):
        better = loss < self.best - self.min_delta
        self.best = torch.where(better, loss, self.best)
        self.kept = torch.where(better, self.weights, self.kept)
        self.left = torch.where(better, self.patience, self.left - 1)
        return self.left <= 0

    def restore(self):
        with torch.no_grad():
            self.weights.copy_(self.kept)
        return self.kept
