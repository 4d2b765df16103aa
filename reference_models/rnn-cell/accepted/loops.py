"""One sequence and one unit at a time, as the definition reads."""

import torch


def rnn_cell(x, h, w_ih, w_hh, b_ih, b_hh):
    rows = []
    for sequence, state in zip(x, h):
        units = []
        for k in range(len(b_ih)):
            z = b_ih[k] + b_hh[k]
            for d in range(x.shape[1]):
                z = z + w_ih[k, d] * sequence[d]
            for j in range(h.shape[1]):
                z = z + w_hh[k, j] * state[j]
            units.append(torch.tanh(z))
        rows.append(torch.stack(units))
    return torch.stack(rows)
