"""Your LeCun initialization. Everything below the docstring is yours to replace."""

import torch


def lecun_init(shape: tuple[int, ...], distribution: str = "normal") -> torch.Tensor:
    """First weights with the variance 1 / n_in.

    shape:         (outputs, inputs, kernel sizes …), whole numbers of at least 1
    distribution:  "normal" or "uniform"

    Returns a new float32 tensor of that shape, random anew at each call, with numbers from torch; no seed is
    set here. Raises ValueError for a shape of fewer than two axes, and for another distribution.
    """
    raise NotImplementedError("lecun_init is not written yet")
