"""One sequence and one unit at a time, as the definition reads."""

import torch


def gru_cell(x, h, w_ih, w_hh, b_ih, b_hh):
    n_sequences, units = h.shape
    rows = []
    for k in range(n_sequences):
        for j in range(units):
            a = [torch.dot(w_ih[b * units + j], x[k]) + b_ih[b * units + j] for b in range(3)]
            u = [torch.dot(w_hh[b * units + j], h[k]) + b_hh[b * units + j] for b in range(3)]
            r, z = torch.sigmoid(a[0] + u[0]), torch.sigmoid(a[1] + u[1])
            n = torch.tanh(a[2] + r * u[2])
            rows.append((1 - z) * n + z * h[k, j])
    return torch.stack(rows).reshape(n_sequences, units)
