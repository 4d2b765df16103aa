"""Early stopping: stop when the validation loss has not improved for a while, and go back to the best."""

import math

import torch
from torch import Tensor


class EarlyStopping:
    """Watches the validation loss of weights that training changes in place."""

    def __init__(self, weights: Tensor, patience: int, min_delta: float = 0.0) -> None:
        if patience < 1 or not min_delta >= 0:
            # No student has to: this keeps the search for small examples from calls that make no sense.
            raise ValueError("patience is at least 1, and min_delta at least 0")
        self.weights = weights  # training's own tensor: it goes on changing
        self.patience = patience
        self.min_delta = min_delta
        self.best_loss = math.inf
        self.best_weights = weights.detach().clone()  # a copy: this one does not
        self.epochs_without_improvement = 0

    def step(self, loss: Tensor) -> Tensor:
        """Hear the validation loss of an epoch; say whether training should stop."""
        if loss.ndim or torch.isnan(loss):
            raise ValueError("the loss is a single number")
        if loss.item() < self.best_loss - self.min_delta:
            self.best_loss = loss.item()
            self.best_weights.copy_(self.weights)
            self.epochs_without_improvement = 0
        else:
            self.epochs_without_improvement += 1
        return torch.tensor(self.epochs_without_improvement >= self.patience)

    def restore(self) -> Tensor:
        """Put the best weights back into training's tensor, and return a copy of them."""
        self.weights.copy_(self.best_weights)
        return self.best_weights.clone()
