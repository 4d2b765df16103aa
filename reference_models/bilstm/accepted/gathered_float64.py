"""The reverse sequences gathered by index, each within its length, then read forward; in float64."""

import torch
from torch import nn


class BiLSTM(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        rows = 4 * hidden_size
        shapes = {
            "weight_ih": (rows, input_size),
            "weight_hh": (rows, hidden_size),
            "bias_ih": (rows,),
            "bias_hh": (rows,),
        }
        for end in ("", "_reverse"):
            for kind, shape in shapes.items():
                self.register_parameter(f"{kind}_l0{end}", nn.Parameter(torch.full(shape, 0.1)))

    def run(self, x, inside, end):
        w_ih, w_hh, b_ih, b_hh = (
            getattr(self, f"{kind}_l0{end}").double()
            for kind in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
        )
        h = c = torch.zeros(x.shape[1], w_hh.shape[1], dtype=torch.float64)
        shown = []
        for seen, mask in zip(x, inside):
            i, f, g, o = torch.tensor_split(seen @ w_ih.mT + h @ w_hh.mT + (b_ih + b_hh), 4, dim=1)
            cell = f.sigmoid() * c + i.sigmoid() * g.tanh()
            hidden = o.sigmoid() * cell.tanh()
            shown.append(hidden * mask)
            h, c = mask * hidden + (1 - mask) * h, mask * cell + (1 - mask) * c
        return torch.stack(shown), h, c

    def forward(self, x, lengths=None):
        total, batch, _ = x.shape
        ends = torch.full((batch,), total) if lengths is None else lengths
        places = torch.arange(total)[:, None].expand(total, batch)
        inside = (places < ends).double()[:, :, None]
        # Each sequence turned round within its own length; padding stays where it is.
        turned = torch.where(places < ends, ends - 1 - places, places)
        columns = torch.arange(batch)
        wide = x.double()
        ahead, h, c = self.run(wide, inside, "")
        back, h_back, c_back = self.run(wide[turned, columns], inside, "_reverse")
        output = torch.cat((ahead, back[turned, columns]), dim=2)
        return tuple(r.to(x.dtype) for r in (output, torch.stack((h, h_back)), torch.stack((c, c_back))))
