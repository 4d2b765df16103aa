"""An LSTM over a sequence: layer after layer, and in each of them step after step."""

import torch
from torch import Tensor, nn


class LSTM(nn.Module):
    """Blocks of the weights in the order i, f, g, o; two biases for each layer."""

    def __init__(
        self, input_size: int, hidden_size: int, num_layers: int = 1, batch_first: bool = False
    ) -> None:
        super().__init__()
        self.input_size = input_size
        self.hidden_size = hidden_size
        self.num_layers = num_layers
        self.batch_first = batch_first
        bound = hidden_size**-0.5
        for k in range(num_layers):
            width = input_size if k == 0 else hidden_size
            self._learn(f"weight_ih_l{k}", bound, 4 * hidden_size, width)
            self._learn(f"weight_hh_l{k}", bound, 4 * hidden_size, hidden_size)
            self._learn(f"bias_ih_l{k}", bound, 4 * hidden_size)
            self._learn(f"bias_hh_l{k}", bound, 4 * hidden_size)

    def _learn(self, name: str, bound: float, *shape: int) -> None:
        self.register_parameter(name, nn.Parameter(torch.empty(shape).uniform_(-bound, bound)))

    def forward(
        self, x: Tensor, h_0: Tensor | None = None, c_0: Tensor | None = None
    ) -> tuple[Tensor, Tensor, Tensor]:
        sequence = x.transpose(0, 1) if self.batch_first and x.ndim == 3 else x
        self._refuse_what_the_statement_excludes(sequence, h_0, c_0)
        zeros = sequence.new_zeros(self.num_layers, sequence.shape[1], self.hidden_size)
        h_0 = zeros if h_0 is None else h_0
        c_0 = zeros if c_0 is None else c_0

        last_h, last_c = [], []
        for k in range(self.num_layers):
            sequence, h, c = self._layer(k, sequence, h_0[k], c_0[k])
            last_h.append(h)
            last_c.append(c)

        output = sequence.transpose(0, 1) if self.batch_first else sequence
        return output, torch.stack(last_h), torch.stack(last_c)

    def _layer(self, k: int, sequence: Tensor, h: Tensor, c: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """All hidden states of layer k, and its states after the last step."""
        w_ih, w_hh = getattr(self, f"weight_ih_l{k}"), getattr(self, f"weight_hh_l{k}")
        b_ih, b_hh = getattr(self, f"bias_ih_l{k}"), getattr(self, f"bias_hh_l{k}")
        shown = []
        for x_t in sequence:
            z = x_t @ w_ih.T + b_ih + h @ w_hh.T + b_hh
            i, f, g, o = z.chunk(4, dim=1)
            c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
            h = torch.sigmoid(o) * torch.tanh(c)
            shown.append(h)
        return torch.stack(shown), h, c

    def _refuse_what_the_statement_excludes(
        self, sequence: Tensor, h_0: Tensor | None, c_0: Tensor | None
    ) -> None:
        """No student has to: this keeps the search for small examples from calls that make no sense."""
        if sequence.ndim != 3 or 0 in sequence.shape or sequence.shape[2] != self.input_size:
            raise ValueError(f"sequences of {self.input_size} features are wanted")
        wanted = (self.num_layers, sequence.shape[1], self.hidden_size)
        for state in (h_0, c_0):
            if state is not None and tuple(state.shape) != wanted:
                raise ValueError(f"the states have the shape {wanted}")
