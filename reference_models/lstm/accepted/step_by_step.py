"""The loop over the steps outside, all layers within one step; parameters made by setattr."""

import torch
from torch import nn


class LSTM(nn.Module):
    def __init__(self, input_size, hidden_size, num_layers=1, batch_first=False):
        super().__init__()
        self.size, self.layers, self.batch_first = hidden_size, num_layers, batch_first
        for k in range(num_layers):
            fan_in = hidden_size if k else input_size
            setattr(self, f"weight_ih_l{k}", nn.Parameter(torch.randn(4 * hidden_size, fan_in) / 10))
            setattr(self, f"weight_hh_l{k}", nn.Parameter(torch.randn(4 * hidden_size, hidden_size) / 10))
            setattr(self, f"bias_ih_l{k}", nn.Parameter(torch.zeros(4 * hidden_size)))
            setattr(self, f"bias_hh_l{k}", nn.Parameter(torch.zeros(4 * hidden_size)))

    def forward(self, x, h_0=None, c_0=None):
        time = 1 if self.batch_first else 0
        batch = x.shape[1 - time]
        h = [x.new_zeros(batch, self.size)] * self.layers if h_0 is None else list(h_0)
        c = [x.new_zeros(batch, self.size)] * self.layers if c_0 is None else list(c_0)
        top = []
        for seen in x.unbind(time):
            for k in range(self.layers):
                seen, c[k] = self.cell(k, seen, h[k], c[k])
                h[k] = seen
            top.append(seen)
        return torch.stack(top, dim=time), torch.stack(h), torch.stack(c)

    def cell(self, k, x, h, c):
        z = nn.functional.linear(x, getattr(self, f"weight_ih_l{k}"), getattr(self, f"bias_ih_l{k}"))
        z = z + nn.functional.linear(h, getattr(self, f"weight_hh_l{k}"), getattr(self, f"bias_hh_l{k}"))
        n = self.size
        write, keep, show = z[:, :n].sigmoid(), z[:, n : 2 * n].sigmoid(), z[:, 3 * n :].sigmoid()
        c = keep * c + write * z[:, 2 * n : 3 * n].tanh()
        return show * c.tanh(), c
