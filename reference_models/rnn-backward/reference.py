"""Backpropagation through time: the steps from the last to the first, one gradient handed back."""

import torch
from torch import Tensor


def rnn_backward(
    dout: Tensor, x: Tensor, h_0: Tensor, output: Tensor, w_ih: Tensor, w_hh: Tensor
) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """The gradients (dx, dh_0, dw_ih, dw_hh, db) of h_t = tanh(x_t W_ih' + h_{t-1} W_hh' + b)."""
    refuse_what_the_statement_excludes(dout, x, h_0, output, w_ih, w_hh)

    dx = torch.zeros_like(x)
    dw_ih, dw_hh, db = torch.zeros_like(w_ih), torch.zeros_like(w_hh), x.new_zeros(len(w_hh))
    from_later = torch.zeros_like(h_0)  # what the step after this one says of its state
    for t in reversed(range(len(x))):
        before = h_0 if t == 0 else output[t - 1]
        dh = dout[t] + from_later
        dz = dh * (1 - output[t] ** 2)
        dx[t] = dz @ w_ih
        dw_ih += dz.T @ x[t]
        dw_hh += dz.T @ before
        db += dz.sum(dim=0)
        from_later = dz @ w_hh
    return dx, from_later, dw_ih, dw_hh, db


def refuse_what_the_statement_excludes(
    dout: Tensor, x: Tensor, h_0: Tensor, output: Tensor, w_ih: Tensor, w_hh: Tensor
) -> None:
    """No student has to: this keeps the search for small examples from calls that make no sense."""
    if x.ndim != 3 or h_0.ndim != 2 or 0 in x.shape or 0 in h_0.shape:
        raise ValueError("x is (T, N, D) and h_0 is (N, H), with nothing empty")
    (length, batch, features), units = x.shape, h_0.shape[1]
    states = (length, batch, units)
    wanted = [states, states[1:], states, (units, features), (units, units)]
    if [tuple(t.shape) for t in (dout, h_0, output, w_ih, w_hh)] != wanted:
        raise ValueError("the shapes do not belong together")
    if (output.abs() > 1).any():
        raise ValueError("no tanh is beyond 1")
