"""Your Xavier initialization. Everything below the docstring is yours to replace."""

import torch


def xavier_init(shape: tuple[int, ...], distribution: str = "uniform", gain: float = 1.0) -> torch.Tensor:
    """First weights with the variance gain² * 2 / (n_in + n_out).

    shape:         (outputs, inputs, kernel sizes …), whole numbers of at least 1
    distribution:  "uniform" or "normal"
    gain:          positive, stretches the spread

    Returns a new float32 tensor of that shape, random anew at each call, with numbers from torch; no seed is
    set here. Raises ValueError for a shape of fewer than two axes, and for another distribution.
    """
    raise NotImplementedError("xavier_init is not written yet")
