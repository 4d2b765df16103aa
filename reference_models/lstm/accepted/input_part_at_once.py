"""The input's part of z for all steps in one product; results written into prepared tensors."""

import torch
from torch import nn


class LSTM(nn.Module):
    def __init__(self, input_size, hidden_size, num_layers=1, batch_first=False):
        super().__init__()
        self.hidden_size, self.num_layers, self.batch_first = hidden_size, num_layers, batch_first
        rows = 4 * hidden_size
        for k in range(num_layers):
            self.register_parameter(
                f"weight_ih_l{k}", nn.Parameter(torch.rand(rows, hidden_size if k else input_size) - 0.5)
            )
            self.register_parameter(f"weight_hh_l{k}", nn.Parameter(torch.rand(rows, hidden_size) - 0.5))
            self.register_parameter(f"bias_ih_l{k}", nn.Parameter(torch.rand(rows) - 0.5))
            self.register_parameter(f"bias_hh_l{k}", nn.Parameter(torch.rand(rows) - 0.5))

    def forward(self, x, h_0=None, c_0=None):
        if self.batch_first:
            x = x.permute(1, 0, 2)
        length, batch, _ = x.shape
        shape = (self.num_layers, batch, self.hidden_size)
        h_n = torch.zeros(shape, dtype=x.dtype) if h_0 is None else h_0.clone()
        c_n = torch.zeros(shape, dtype=x.dtype) if c_0 is None else c_0.clone()
        for k in range(self.num_layers):
            bias = getattr(self, f"bias_ih_l{k}") + getattr(self, f"bias_hh_l{k}")
            flat = x.reshape(length * batch, -1)
            from_input = (flat @ getattr(self, f"weight_ih_l{k}").t() + bias).reshape(length, batch, -1)
            recurrent = getattr(self, f"weight_hh_l{k}").t()
            h, c = h_n[k].clone(), c_n[k].clone()
            collected = torch.empty(length, batch, self.hidden_size, dtype=x.dtype)
            for t in range(length):
                i, f, g, o = (from_input[t] + h.mm(recurrent)).unflatten(1, (4, -1)).unbind(1)
                c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
                h = torch.sigmoid(o) * torch.tanh(c)
                collected[t] = h
            h_n[k], c_n[k] = h, c
            x = collected
        return (x.permute(1, 0, 2) if self.batch_first else x), h_n, c_n
