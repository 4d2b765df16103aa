"""Standardisation of features: measured once, on the training data, and then applied to any rows."""

import torch
from torch import Tensor


class StandardScaler:
    """Shifts and scales each feature so that the data it was fitted on has mean 0 and deviation 1."""

    def fit(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Measure each column of x (N, D), remember it and return it: mean and deviation, (D,) each."""
        if x.ndim != 2 or len(x) < 1:
            # No student has to: this keeps the search for small examples from calls that make no sense.
            raise ValueError("x is a table with at least one row")
        self.mean = x.mean(dim=0)
        std = (x - self.mean).square().mean(dim=0).sqrt()
        constant = (x == x[0]).all(dim=0)
        self.std = torch.where(constant, torch.ones_like(std), std)
        return self.mean, self.std

    def transform(self, x: Tensor) -> Tensor:
        """The rows of x, standardised by what fit measured."""
        self._refuse_what_does_not_fit(x)
        return (x - self.mean) / self.std

    def inverse_transform(self, z: Tensor) -> Tensor:
        """The rows from which transform made z."""
        self._refuse_what_does_not_fit(z)
        return z * self.std + self.mean

    def _refuse_what_does_not_fit(self, x: Tensor) -> None:
        if x.ndim != 2 or x.shape[1] != len(self.mean):
            raise ValueError("x is a table with the columns of the fitted one")
