"""Your standard scaler. Everything below the docstrings is yours to replace."""

import torch


class StandardScaler:
    """Standardises the features of a table: one mean and one deviation for each column.

    Tables have one row for each example, float32 or float64. Arguments are always legal, so there is
    nothing to raise: fit is called before the others, and all tables have the same columns.
    """

    def fit(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Measure x (N, D), N at least 1, and remember what was measured; a second fit starts afresh.

        Returns (mean, std), shape (D,) each. std divides by N; a column of equal values gets 1.
        """
        raise NotImplementedError("fit is not written yet")

    def transform(self, x: torch.Tensor) -> torch.Tensor:
        """x (M, D) standardised by what fit measured: a new tensor of the same shape and dtype."""
        raise NotImplementedError("transform is not written yet")

    def inverse_transform(self, z: torch.Tensor) -> torch.Tensor:
        """The table that transform turned into z (M, D): a new tensor of the same shape and dtype."""
        raise NotImplementedError("inverse_transform is not written yet")
