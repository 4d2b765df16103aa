"""An LSTM in both directions, each sequence of the batch within its own length."""

import torch
from torch import Tensor, nn


class BiLSTM(nn.Module):
    """Blocks of the weights in the order i, f, g, o; the other direction's parameters end in _reverse."""

    def __init__(self, input_size: int, hidden_size: int) -> None:
        super().__init__()
        self.input_size = input_size
        self.hidden_size = hidden_size
        bound = hidden_size**-0.5
        for end in ("", "_reverse"):
            self._learn(f"weight_ih_l0{end}", bound, 4 * hidden_size, input_size)
            self._learn(f"weight_hh_l0{end}", bound, 4 * hidden_size, hidden_size)
            self._learn(f"bias_ih_l0{end}", bound, 4 * hidden_size)
            self._learn(f"bias_hh_l0{end}", bound, 4 * hidden_size)

    def _learn(self, name: str, bound: float, *shape: int) -> None:
        self.register_parameter(name, nn.Parameter(torch.empty(shape).uniform_(-bound, bound)))

    def forward(self, x: Tensor, lengths: Tensor | None = None) -> tuple[Tensor, Tensor, Tensor]:
        self._refuse_what_the_statement_excludes(x, lengths)
        steps = list(range(len(x)))
        output, h, c = self._direction("", x, lengths, steps)
        output_reverse, h_reverse, c_reverse = self._direction("_reverse", x, lengths, steps[::-1])
        return (
            torch.cat((output, output_reverse), dim=2),
            torch.stack((h, h_reverse)),
            torch.stack((c, c_reverse)),
        )

    def _direction(
        self, end: str, x: Tensor, lengths: Tensor | None, order: list[int]
    ) -> tuple[Tensor, Tensor, Tensor]:
        """The hidden states, each at its step's place, and the two states that are left at the end."""
        w_ih, w_hh = getattr(self, f"weight_ih_l0{end}"), getattr(self, f"weight_hh_l0{end}")
        b_ih, b_hh = getattr(self, f"bias_ih_l0{end}"), getattr(self, f"bias_hh_l0{end}")
        h = c = zeros = x.new_zeros(x.shape[1], self.hidden_size)
        shown = [zeros] * len(x)
        for t in order:
            i, f, g, o = (x[t] @ w_ih.T + b_ih + h @ w_hh.T + b_hh).chunk(4, dim=1)
            c_new = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
            h_new = torch.sigmoid(o) * torch.tanh(c_new)
            if lengths is None:
                h, c = h_new, c_new
                shown[t] = h_new
            else:
                # Outside its sequence a state waits: the forward one at the end, the other before it begins.
                inside = (t < lengths)[:, None]
                h, c = torch.where(inside, h_new, h), torch.where(inside, c_new, c)
                shown[t] = torch.where(inside, h_new, zeros)
        return torch.stack(shown), h, c

    def _refuse_what_the_statement_excludes(self, x: Tensor, lengths: Tensor | None) -> None:
        """No student has to: this keeps the search for small examples from calls that make no sense."""
        if x.ndim != 3 or 0 in x.shape or x.shape[2] != self.input_size:
            raise ValueError(f"sequences of {self.input_size} features are wanted")
        if lengths is not None and (
            tuple(lengths.shape) != (x.shape[1],) or lengths.min() < 1 or lengths.max() > len(x)
        ):
            raise ValueError("lengths holds a number from 1 to T for each sequence")
