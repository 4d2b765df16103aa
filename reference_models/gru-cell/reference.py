"""One step of a GRU: reset what the proposal sees, then mix it with the old state."""

import torch
from torch import Tensor


def gru_cell(x: Tensor, h: Tensor, w_ih: Tensor, w_hh: Tensor, b_ih: Tensor, b_hh: Tensor) -> Tensor:
    """The new hidden state (N, H). The weights' blocks are r, z, n."""
    refuse_what_the_statement_excludes(x, h, w_ih, w_hh, b_ih, b_hh)

    a_r, a_z, a_n = (x @ w_ih.T + b_ih).chunk(3, dim=1)
    u_r, u_z, u_n = (h @ w_hh.T + b_hh).chunk(3, dim=1)

    reset = torch.sigmoid(a_r + u_r)
    keep = torch.sigmoid(a_z + u_z)
    candidate = torch.tanh(a_n + reset * u_n)
    return (1 - keep) * candidate + keep * h


def refuse_what_the_statement_excludes(
    x: Tensor, h: Tensor, w_ih: Tensor, w_hh: Tensor, b_ih: Tensor, b_hh: Tensor
) -> None:
    """No student has to: this keeps the search for small examples from calls that make no sense."""
    if x.ndim != 2 or h.ndim != 2 or 0 in x.shape or 0 in h.shape:
        raise ValueError("x and h are (N, D) and (N, H), with nothing empty")
    (batch, features), units = x.shape, h.shape[1]
    wanted = [(batch, units), (3 * units, features), (3 * units, units), (3 * units,), (3 * units,)]
    if [tuple(t.shape) for t in (h, w_ih, w_hh, b_ih, b_hh)] != wanted:
        raise ValueError("the shapes do not belong together")
