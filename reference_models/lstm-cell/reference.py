"""One step of an LSTM: measure all gates at once, then forget, write and show."""

import torch
from torch import Tensor


def lstm_cell(
    x: Tensor, h: Tensor, c: Tensor, w_ih: Tensor, w_hh: Tensor, b_ih: Tensor, b_hh: Tensor
) -> tuple[Tensor, Tensor]:
    """From (x, h, c) to the new hidden and cell state. The weights' blocks are i, f, g, o."""
    refuse_what_the_statement_excludes(x, h, c, w_ih, w_hh, b_ih, b_hh)

    z = x @ w_ih.T + b_ih + h @ w_hh.T + b_hh  # (N, 4 * H)
    z_i, z_f, z_g, z_o = z.chunk(4, dim=1)

    write, keep, show = torch.sigmoid(z_i), torch.sigmoid(z_f), torch.sigmoid(z_o)
    candidate = torch.tanh(z_g)

    c_new = keep * c + write * candidate
    h_new = show * torch.tanh(c_new)
    return h_new, c_new


def refuse_what_the_statement_excludes(
    x: Tensor, h: Tensor, c: Tensor, w_ih: Tensor, w_hh: Tensor, b_ih: Tensor, b_hh: Tensor
) -> None:
    """No student has to: this keeps the search for small examples from calls that make no sense."""
    if x.ndim != 2 or h.ndim != 2 or 0 in x.shape or 0 in h.shape:
        raise ValueError("x and h are (N, D) and (N, H), with nothing empty")
    (batch, features), units = x.shape, h.shape[1]
    wanted = [(batch, units), (batch, units), (4 * units, features), (4 * units, units), (4 * units,)]
    if [tuple(t.shape) for t in (h, c, w_ih, w_hh, b_ih)] != wanted or b_hh.shape != b_ih.shape:
        raise ValueError("the shapes do not belong together")
