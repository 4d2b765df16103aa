"""Your early stopping. Everything below the docstrings is yours to replace."""

import torch


class EarlyStopping:
    """Watches the validation loss and remembers the best weights.

    weights:    any shape, float32 or float64. Training changes this tensor in place all the time; keep it
                as self.weights, the very tensor that is given
    patience:   after so many epochs in a row without improvement training should stop; at least 1
    min_delta:  by more than this the loss must fall below the best one to count; at least 0

    Arguments are always legal, so there is nothing to raise.
    """

    def __init__(self, weights: torch.Tensor, patience: int, min_delta: float = 0.0) -> None:
        raise NotImplementedError("EarlyStopping is not written yet")

    def step(self, loss: torch.Tensor) -> torch.Tensor:
        """Called once after each epoch, with its validation loss, shape (), never NaN.

        Returns a bool tensor of shape (): whether training should stop.
        """
        raise NotImplementedError("step is not written yet")

    def restore(self) -> torch.Tensor:
        """Put the weights of the best epoch back into self.weights, in place, and return a copy of them.

        Before the first improvement these are the weights that were given.
        """
        raise NotImplementedError("restore is not written yet")
