"""A recurrent network in both directions, each sequence of the batch within its own length."""

import torch
from torch import Tensor


def bidirectional_rnn(
    x: Tensor,
    w_ih: Tensor,
    w_hh: Tensor,
    b_ih: Tensor,
    b_hh: Tensor,
    w_ih_reverse: Tensor,
    w_hh_reverse: Tensor,
    b_ih_reverse: Tensor,
    b_hh_reverse: Tensor,
    lengths: Tensor | None = None,
) -> tuple[Tensor, Tensor]:
    """The states of both directions (T, N, 2 * H), and the last one of each (2, N, H)."""
    onward = (w_ih, w_hh, b_ih, b_hh)
    reverse = (w_ih_reverse, w_hh_reverse, b_ih_reverse, b_hh_reverse)
    refuse_what_the_statement_excludes(x, onward, reverse, lengths)

    steps = list(range(len(x)))
    states, last = one_direction(x, onward, lengths, steps)
    states_reverse, last_reverse = one_direction(x, reverse, lengths, steps[::-1])
    return torch.cat((states, states_reverse), dim=2), torch.stack((last, last_reverse))


def one_direction(
    x: Tensor, weights: tuple[Tensor, ...], lengths: Tensor | None, order: list[int]
) -> tuple[Tensor, Tensor]:
    """The state after each step, at the step's place, and the state that is left at the end."""
    w_ih, w_hh, b_ih, b_hh = weights
    h = x.new_zeros(x.shape[1], len(b_ih))
    states = [h] * len(x)
    for t in order:
        new = torch.tanh(x[t] @ w_ih.T + b_ih + h @ w_hh.T + b_hh)
        if lengths is None:
            h = states[t] = new
        else:
            # Outside its sequence a state waits: the forward one at the end, the other before it begins.
            inside = (t < lengths)[:, None]
            h = torch.where(inside, new, h)
            states[t] = torch.where(inside, new, torch.zeros_like(new))
    return torch.stack(states), h


def refuse_what_the_statement_excludes(
    x: Tensor, onward: tuple[Tensor, ...], reverse: tuple[Tensor, ...], lengths: Tensor | None
) -> None:
    """No student has to: this keeps the search for small examples from calls that make no sense."""
    units = len(onward[2])
    if x.ndim != 3 or 0 in x.shape or units == 0:
        raise ValueError("x is (T, N, D), with nothing empty")
    wanted = [(units, x.shape[2]), (units, units), (units,), (units,)]
    if [tuple(w.shape) for w in (*onward, *reverse)] != 2 * wanted:
        raise ValueError("the shapes do not belong together")
    if lengths is not None and (
        tuple(lengths.shape) != (x.shape[1],) or lengths.min() < 1 or lengths.max() > len(x)
    ):
        raise ValueError("lengths holds a number from 1 to T for each sequence")
