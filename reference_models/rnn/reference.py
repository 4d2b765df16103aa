"""A plain recurrent network over a sequence: one cell at every step, the state handed on."""

import torch
from torch import Tensor


def rnn(
    x: Tensor, w_ih: Tensor, w_hh: Tensor, b_ih: Tensor, b_hh: Tensor, h_0: Tensor | None = None
) -> tuple[Tensor, Tensor]:
    """All hidden states (T, N, H), and the last one (N, H)."""
    refuse_what_the_statement_excludes(x, w_ih, w_hh, b_ih, b_hh, h_0)

    h = x.new_zeros(x.shape[1], w_hh.shape[0]) if h_0 is None else h_0
    states = []
    for x_t in x:
        h = torch.tanh(x_t @ w_ih.T + b_ih + h @ w_hh.T + b_hh)
        states.append(h)
    return torch.stack(states), h


def refuse_what_the_statement_excludes(
    x: Tensor, w_ih: Tensor, w_hh: Tensor, b_ih: Tensor, b_hh: Tensor, h_0: Tensor | None
) -> None:
    """No student has to: this keeps the search for small examples from calls that make no sense."""
    if x.ndim != 3 or b_ih.ndim != 1 or 0 in x.shape or 0 in b_ih.shape:
        raise ValueError("x is (T, N, D) and b_ih is (H,), with nothing empty")
    (_, batch, features), units = x.shape, len(b_ih)
    if [tuple(t.shape) for t in (w_ih, w_hh, b_hh)] != [(units, features), (units, units), (units,)]:
        raise ValueError("the shapes do not belong together")
    if h_0 is not None and tuple(h_0.shape) != (batch, units):
        raise ValueError("h_0 is (N, H)")
