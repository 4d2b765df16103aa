"""Batch normalization backwards: straight through, through the variance, and through the mean."""

import torch
from torch import Tensor


def batchnorm_backward(
    dout: Tensor, x: Tensor, weight: Tensor, eps: float = 1e-5
) -> tuple[Tensor, Tensor, Tensor]:
    """Gradients of training-mode batch normalization for x (N, C, ...), scale (C,) and shift (C,)."""
    refuse_what_the_statement_excludes(dout, x, weight)
    axes = [0, *range(2, x.ndim)]
    values = x.numel() // x.shape[1]

    # The forward pass once more.
    centred = x - x.mean(dim=axes, keepdim=True)
    root = torch.sqrt(centred.square().mean(dim=axes, keepdim=True) + eps)
    normalised = centred / root

    dweight = (dout * normalised).sum(dim=axes)
    dbias = dout.sum(dim=axes)

    # Three ways back to each value.
    dnormalised = dout * weight.reshape(1, -1, *[1] * (x.ndim - 2))
    dvariance = (dnormalised * centred).sum(dim=axes, keepdim=True) * -0.5 / root**3
    dmean = -dnormalised.sum(dim=axes, keepdim=True) / root
    dx = dnormalised / root + dvariance * 2 * centred / values + dmean / values
    return dx, dweight, dbias


def refuse_what_the_statement_excludes(dout: Tensor, x: Tensor, weight: Tensor) -> None:
    """No student has to: this keeps the search for small examples from calls that make no sense."""
    if x.ndim not in (2, 4) or dout.shape != x.shape or weight.shape != x.shape[1:2]:
        raise ValueError("x of shape (N, C) or (N, C, H, W), dout alike and weight (C,) are wanted")
    if weight.numel() == 0 or x.numel() < 2 * weight.numel():
        raise ValueError("every channel needs two values")
