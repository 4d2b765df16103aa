"""The linear layer backwards: each gradient adds up over the axes that it does not have."""

import torch
from torch import Tensor


def linear_backward(dout: Tensor, x: Tensor, weight: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Gradients of x @ weight.T + bias for x (..., I), weight (O, I) and bias (O,)."""
    outputs, inputs = weight.shape
    if dout.shape != (*x.shape[:-1], outputs) or x.shape[-1] != inputs:
        # No student has to: this keeps the search for small examples from calls that make no sense.
        raise ValueError("dout (..., O), x (..., I) and weight (O, I) do not fit together")

    # One row for each example, whatever the batch axes.
    dout_rows = dout.reshape(-1, outputs)
    x_rows = x.reshape(-1, inputs)

    dx = torch.matmul(dout, weight)  # (..., O) times (O, I)
    dweight = dout_rows.T @ x_rows  # (O, N) times (N, I)
    dbias = dout_rows.sum(dim=0)
    return dx, dweight, dbias
