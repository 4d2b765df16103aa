"""Your measurement of gradients. Everything below the docstring is yours to replace."""

import torch


def gradient_norms(
    x: torch.Tensor,
    weights: torch.Tensor,
    activation: str = "relu",
    batch_norm: bool = False,
    residual: bool = False,
) -> torch.Tensor:
    """The norm of the gradient for the weights of each layer of a deep network.

    x:          shape (N, D), float32 or float64
    weights:    shape (L, D, D), dtype of x: one matrix for each of L layers
    activation: "sigmoid", "tanh" or "relu"; anything else raises ValueError
    batch_norm: normalise over the batch before the activation (then N is at least 2)
    residual:   add the layer's input to its output

    Returns shape (L,), dtype of x, the first layer first. The inputs stay as they were.
    """
    raise NotImplementedError("gradient_norms is not written yet")
