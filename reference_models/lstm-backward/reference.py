"""An LSTM forwards, keeping what the way back needs, then backwards through time."""

import torch
from torch import Tensor


def lstm_backward(
    dout: Tensor, x: Tensor, h_0: Tensor, c_0: Tensor, w_ih: Tensor, w_hh: Tensor, b_ih: Tensor, b_hh: Tensor
) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
    """The gradients (dx, dh_0, dc_0, dw_ih, dw_hh, db). The blocks of the weights are i, f, g, o."""
    refuse_what_the_statement_excludes(dout, x, h_0, c_0, w_ih, w_hh, b_ih, b_hh)

    kept = []
    h, c = h_0, c_0
    for x_t in x:
        z_i, z_f, z_g, z_o = (x_t @ w_ih.T + b_ih + h @ w_hh.T + b_hh).chunk(4, dim=1)
        i, f, g, o = torch.sigmoid(z_i), torch.sigmoid(z_f), torch.tanh(z_g), torch.sigmoid(z_o)
        c_new = f * c + i * g
        shown = torch.tanh(c_new)
        kept.append((h, c, i, f, g, o, shown))
        h, c = o * shown, c_new

    dx = torch.zeros_like(x)
    dw_ih, dw_hh, db = torch.zeros_like(w_ih), torch.zeros_like(w_hh), torch.zeros_like(b_ih)
    # What the step after this one says of its two states.
    dh_later, dc_later = torch.zeros_like(h_0), torch.zeros_like(c_0)
    for t in reversed(range(len(x))):
        h, c, i, f, g, o, shown = kept[t]
        dh = dout[t] + dh_later
        dc = dc_later + dh * o * (1 - shown**2)
        dz = torch.cat(
            (
                dc * g * i * (1 - i),
                dc * c * f * (1 - f),
                dc * i * (1 - g**2),
                dh * shown * o * (1 - o),
            ),
            dim=1,
        )
        dx[t] = dz @ w_ih
        dw_ih += dz.T @ x[t]
        dw_hh += dz.T @ h
        db += dz.sum(dim=0)
        dh_later, dc_later = dz @ w_hh, dc * f
    return dx, dh_later, dc_later, dw_ih, dw_hh, db


def refuse_what_the_statement_excludes(
    dout: Tensor, x: Tensor, h_0: Tensor, c_0: Tensor, w_ih: Tensor, w_hh: Tensor, b_ih: Tensor, b_hh: Tensor
) -> None:
    """No student has to: this keeps the search for small examples from calls that make no sense."""
    if x.ndim != 3 or h_0.ndim != 2 or 0 in x.shape or 0 in h_0.shape:
        raise ValueError("x is (T, N, D) and h_0 is (N, H), with nothing empty")
    (length, batch, features), units = x.shape, h_0.shape[1]
    if [tuple(t.shape) for t in (dout, h_0, c_0)] != [(length, batch, units), (batch, units), (batch, units)]:
        raise ValueError("the shapes of the states do not belong together")
    wanted = [(4 * units, features), (4 * units, units), (4 * units,), (4 * units,)]
    if [tuple(t.shape) for t in (w_ih, w_hh, b_ih, b_hh)] != wanted:
        raise ValueError("the shapes of the weights do not belong together")
