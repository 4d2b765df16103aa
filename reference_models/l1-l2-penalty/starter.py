"""Your L1 and L2 penalty. Everything below the docstring is yours to replace."""

import torch


def l1_l2_penalty(*parameters: torch.Tensor, l1: float = 0.0, l2: float = 0.0) -> torch.Tensor:
    """l1 times the absolute values plus l2 times the squares of all weights.

    parameters: tensors of one dtype, float32 or float64; those with one axis do not count, and at least
                one has more
    l1, l2:     strengths of the two parts, at least 0

    Returns a new tensor of shape () with the dtype of the weights. Gradients must flow through it. The
    parameters stay as they were. Arguments are always legal, so there is nothing to raise.
    """
    raise NotImplementedError("l1_l2_penalty is not written yet")
