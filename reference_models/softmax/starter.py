"""Your softmax. Everything below the docstring is yours to replace."""

import torch


def softmax(x: torch.Tensor, dim: int = -1) -> torch.Tensor:
    """Probabilities along one axis: none negative, together 1.

    x:    any shape with at least one axis, float32 or float64; scores from -1e4 to 1e4 or minus infinity, and
          along dim at least one that is not infinite
    dim:  the axis; negative numbers count from the end

    Returns a new tensor with the shape and dtype of x, without NaN or infinity. Gradients must flow through
    it to x, which stays as it was. Arguments are always legal, so there is nothing to raise.
    """
    raise NotImplementedError("softmax is not written yet")
