"""h_n is the last place of the output in both directions."""

import torch
from torch import nn


class BiLSTM(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.hidden_size = hidden_size
        rows = 4 * hidden_size
        for end in ("", "_reverse"):
            self.register_parameter(f"weight_ih_l0{end}", nn.Parameter(torch.randn(rows, input_size) * 0.1))
            self.register_parameter(f"weight_hh_l0{end}", nn.Parameter(torch.randn(rows, hidden_size) * 0.1))
            self.register_parameter(f"bias_ih_l0{end}", nn.Parameter(torch.zeros(rows)))
            self.register_parameter(f"bias_hh_l0{end}", nn.Parameter(torch.zeros(rows)))

    def forward(self, x, lengths=None):
        length, batch, features = x.shape
        if lengths is None:
            lengths = torch.full((batch,), length)
        steps = list(range(length))
        ahead, h, c = self.direction("", x, lengths, steps)
        back, h_reverse, c_reverse = self.direction("_reverse", x, lengths, steps[::-1])
        back = back.flip(0)
        output = torch.cat((ahead, back), dim=2)
        h_n = torch.stack(output[-1].chunk(2, dim=1))
        return output, h_n, torch.stack((c, c_reverse))

    def direction(self, end, x, lengths, steps):
        w_ih, w_hh = getattr(self, f"weight_ih_l0{end}"), getattr(self, f"weight_hh_l0{end}")
        b_ih, b_hh = getattr(self, f"bias_ih_l0{end}"), getattr(self, f"bias_hh_l0{end}")
        h = torch.zeros(x.shape[1], self.hidden_size)
        c = torch.zeros(x.shape[1], self.hidden_size)
        outputs = []
        for t in steps:
            z = x[t] @ w_ih.T + b_ih + h @ w_hh.T + b_hh
            i, f, g, o = z.chunk(4, dim=1)
            c_new = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
            h_new = torch.sigmoid(o) * torch.tanh(c_new)
            inside = (t < lengths).unsqueeze(1)
            h = torch.where(inside, h_new, h)
            c = torch.where(inside, c_new, c)
            outputs.append(torch.where(inside, h_new, torch.zeros_like(h_new)))
        return torch.stack(outputs), h, c
