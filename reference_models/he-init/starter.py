"""Your He initialization. Everything below the docstring is yours to replace."""

import torch


def he_init(
    shape: tuple[int, ...],
    mode: str = "fan_in",
    negative_slope: float = 0.0,
    distribution: str = "normal",
) -> torch.Tensor:
    """First weights with the variance 2 / ((1 + negative_slope²) * fan).

    shape:           (outputs, inputs, kernel sizes …), whole numbers of at least 1
    mode:            "fan_in" or "fan_out": which of the two fans counts
    negative_slope:  of the Leaky ReLU that follows; 0 for ReLU
    distribution:    "normal" or "uniform"

    Returns a new float32 tensor of that shape, random anew at each call, with numbers from torch; no seed is
    set here. Raises ValueError for a shape of fewer than two axes, another mode, and another distribution.
    """
    raise NotImplementedError("he_init is not written yet")
