"""Your elastic net. Everything below the docstring is yours to replace."""

import torch


def elastic_net(
    input: torch.Tensor,
    target: torch.Tensor,
    weight: torch.Tensor,
    bias: torch.Tensor,
    alpha: float = 1.0,
    l1_ratio: float = 0.5,
) -> torch.Tensor:
    """Half the mean squared error of a linear model, plus its L1 and L2 penalty.

    input:    features, shape (N, D), float32 or float64
    target:   right values, shape (N,), dtype of input
    weight:   shape (D,), dtype of input; penalised
    bias:     shape (1,), dtype of input; not penalised
    alpha:    strength of the penalty, at least 0
    l1_ratio: share of L1 in it, from 0 to 1

    Returns a new tensor of shape () with the dtype of input. Gradients must flow through it to weight and
    bias. The inputs stay as they were. Arguments are always legal, so there is nothing to raise.
    """
    raise NotImplementedError("elastic_net is not written yet")
