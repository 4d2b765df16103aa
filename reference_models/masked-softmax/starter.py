"""Your masked softmax. Everything below the docstring is yours to replace."""

import torch


def masked_softmax(scores: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Weights over the last axis: together 1 where the mask is True, exactly 0 where it is False.

    scores:  any shape whose last axis holds T >= 1 places, float32 or float64, numbers from -1e4 to 1e4
    mask:    boolean, as many axes as scores, each of the same length or of length 1; True takes part

    Returns a new tensor with the shape and dtype of scores, without NaN or infinity; a row in which
    everything is hidden is all zeros. Gradients must flow through it to scores. The inputs stay as they were.
    Arguments are always legal, so there is nothing to raise.
    """
    raise NotImplementedError("masked_softmax is not written yet")
