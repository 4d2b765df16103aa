"""One step of a plain recurrent network: mix input and state, then tanh."""

import torch
from torch import Tensor


def rnn_cell(x: Tensor, h: Tensor, w_ih: Tensor, w_hh: Tensor, b_ih: Tensor, b_hh: Tensor) -> Tensor:
    """The new hidden state (N, H)."""
    refuse_what_the_statement_excludes(x, h, w_ih, w_hh, b_ih, b_hh)

    from_input = x @ w_ih.T + b_ih
    from_state = h @ w_hh.T + b_hh
    return torch.tanh(from_input + from_state)


def refuse_what_the_statement_excludes(
    x: Tensor, h: Tensor, w_ih: Tensor, w_hh: Tensor, b_ih: Tensor, b_hh: Tensor
) -> None:
    """No student has to: this keeps the search for small examples from calls that make no sense."""
    if x.ndim != 2 or h.ndim != 2 or 0 in x.shape or 0 in h.shape:
        raise ValueError("x and h are (N, D) and (N, H), with nothing empty")
    (batch, features), units = x.shape, h.shape[1]
    wanted = [(batch, units), (units, features), (units, units), (units,), (units,)]
    if [tuple(t.shape) for t in (h, w_ih, w_hh, b_ih, b_hh)] != wanted:
        raise ValueError("the shapes do not belong together")
