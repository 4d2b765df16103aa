"""Computed in float64, the joined weights of each layer times (x, h), returned in the input's dtype."""

import torch
from torch import nn


class LSTM(nn.Module):
    def __init__(self, input_size, hidden_size, num_layers=1, batch_first=False):
        super().__init__()
        self.hidden_size, self.num_layers, self.batch_first = hidden_size, num_layers, batch_first
        for k in range(num_layers):
            for name, shape in (
                ("weight_ih", (4 * hidden_size, input_size if k == 0 else hidden_size)),
                ("weight_hh", (4 * hidden_size, hidden_size)),
                ("bias_ih", (4 * hidden_size,)),
                ("bias_hh", (4 * hidden_size,)),
            ):
                self.register_parameter(f"{name}_l{k}", nn.Parameter(torch.full(shape, 0.1)))

    def layer(self, k):
        return [getattr(self, f"{n}_l{k}").double() for n in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")]

    def forward(self, x, h_0=None, c_0=None):
        sequence = list(x.double().unbind(1 if self.batch_first else 0))
        empty = torch.zeros(self.num_layers, len(sequence[0]), self.hidden_size, dtype=torch.float64)
        h_0 = empty if h_0 is None else h_0.double()
        c_0 = empty if c_0 is None else c_0.double()
        ends = []
        for k, (h, c) in enumerate(zip(h_0, c_0)):
            w_ih, w_hh, b_ih, b_hh = self.layer(k)
            weights = torch.cat((w_ih, w_hh), dim=1)
            for t, seen in enumerate(sequence):
                z = torch.cat((seen, h), dim=1) @ weights.mT + (b_ih + b_hh)
                i, f, g, o = torch.tensor_split(z, 4, dim=1)
                c = f.sigmoid() * c + i.sigmoid() * g.tanh()
                h = sequence[t] = o.sigmoid() * c.tanh()
            ends.append((h, c))
        output = torch.stack(sequence, dim=1 if self.batch_first else 0)
        h_n, c_n = (torch.stack(each) for each in zip(*ends))
        return output.to(x.dtype), h_n.to(x.dtype), c_n.to(x.dtype)
