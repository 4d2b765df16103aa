"""One sequence after the other, cut to its length; no masks. Parameters made by setattr."""

import torch
from torch import nn


class BiLSTM(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.units = hidden_size
        for end in ("", "_reverse"):
            setattr(self, "weight_ih_l0" + end, nn.Parameter(torch.randn(4 * hidden_size, input_size) / 10))
            setattr(self, "weight_hh_l0" + end, nn.Parameter(torch.randn(4 * hidden_size, hidden_size) / 10))
            setattr(self, "bias_ih_l0" + end, nn.Parameter(torch.zeros(4 * hidden_size)))
            setattr(self, "bias_hh_l0" + end, nn.Parameter(torch.zeros(4 * hidden_size)))

    def read(self, sequence, end):
        w_hh, bias = getattr(self, "weight_hh_l0" + end), getattr(self, "bias_hh_l0" + end)
        from_input = nn.functional.linear(
            sequence, getattr(self, "weight_ih_l0" + end), getattr(self, "bias_ih_l0" + end)
        )
        h = c = torch.zeros(self.units)
        hidden = []
        for z in from_input:
            i, f, g, o = (z + w_hh.mv(h) + bias).view(4, self.units)
            c = f.sigmoid() * c + i.sigmoid() * g.tanh()
            h = o.sigmoid() * c.tanh()
            hidden.append(h)
        return torch.stack(hidden), h, c

    def forward(self, x, lengths=None):
        total, batch, _ = x.shape
        ends = [total] * batch if lengths is None else lengths.tolist()
        outputs, hs, cs = [], [], []
        for n, end in enumerate(ends):
            ahead, h, c = self.read(x[:end, n], "")
            back, h_reverse, c_reverse = self.read(x[:end, n].flip(0), "_reverse")
            both = torch.cat((ahead, back.flip(0)), dim=1)
            outputs.append(nn.functional.pad(both, (0, 0, 0, total - end)))
            hs.append(torch.stack((h, h_reverse)))
            cs.append(torch.stack((c, c_reverse)))
        return torch.stack(outputs, dim=1), torch.stack(hs, dim=1), torch.stack(cs, dim=1)
