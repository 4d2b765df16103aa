"""One sequence and one unit at a time, as the definition reads."""

import torch


def lstm_cell(x, h, c, w_ih, w_hh, b_ih, b_hh):
    n, units = h.shape
    shown, kept = [], []
    for k in range(n):
        for u in range(units):
            z = [
                (w_ih[r] * x[k]).sum() + (w_hh[r] * h[k]).sum() + b_ih[r] + b_hh[r]
                for r in (u, units + u, 2 * units + u, 3 * units + u)
            ]
            cell = torch.sigmoid(z[1]) * c[k, u] + torch.sigmoid(z[0]) * torch.tanh(z[2])
            kept.append(cell)
            shown.append(torch.sigmoid(z[3]) * torch.tanh(cell))
    return torch.stack(shown).reshape(n, units), torch.stack(kept).reshape(n, units)
