"""A layer begins with the last states of the layer below."""

import torch
from torch import nn


class LSTM(nn.Module):
    def __init__(self, input_size, hidden_size, num_layers=1, batch_first=False):
        super().__init__()
        self.hidden_size, self.num_layers, self.batch_first = hidden_size, num_layers, batch_first
        rows = 4 * hidden_size
        for k in range(num_layers):
            width = input_size if k == 0 else hidden_size
            self.register_parameter(f"weight_ih_l{k}", nn.Parameter(torch.randn(rows, width) * 0.1))
            self.register_parameter(f"weight_hh_l{k}", nn.Parameter(torch.randn(rows, hidden_size) * 0.1))
            self.register_parameter(f"bias_ih_l{k}", nn.Parameter(torch.zeros(rows)))
            self.register_parameter(f"bias_hh_l{k}", nn.Parameter(torch.zeros(rows)))

    def forward(self, x, h_0=None, c_0=None):
        if self.batch_first:
            x = x.transpose(0, 1)
        length, batch, _ = x.shape
        zeros = x.new_zeros(self.num_layers, batch, self.hidden_size)
        h_0 = zeros if h_0 is None else h_0
        c_0 = zeros if c_0 is None else c_0
        last_h, last_c = [], []
        h, c = h_0[0], c_0[0]
        for k in range(self.num_layers):
            outputs = []
            for t in range(length):
                h, c = self.step(k, x[t], h, c)
                outputs.append(h)
            x = torch.stack(outputs)
            last_h.append(h)
            last_c.append(c)
        output = x.transpose(0, 1) if self.batch_first else x
        return output, torch.stack(last_h), torch.stack(last_c)

    def step(self, k, x, h, c):
        w_ih, w_hh = getattr(self, f"weight_ih_l{k}"), getattr(self, f"weight_hh_l{k}")
        b_ih, b_hh = getattr(self, f"bias_ih_l{k}"), getattr(self, f"bias_hh_l{k}")
        z = x @ w_ih.T + b_ih + h @ w_hh.T + b_hh
        i, f, g, o = z.chunk(4, dim=1)
        c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
        h = torch.sigmoid(o) * torch.tanh(c)
        return h, c
