"""x is flattened by view, which wants it densely in memory."""

import torch


def rnn(x, w_ih, w_hh, b_ih, b_hh, h_0=None):
    length, batch, features = x.shape
    units = w_hh.shape[0]
    h = torch.zeros(batch, units, dtype=x.dtype) if h_0 is None else h_0
    rows = x.view(length * batch, features)
    output = []
    for t in range(length):
        h = torch.tanh(rows[t * batch : (t + 1) * batch] @ w_ih.T + b_ih + h @ w_hh.T + b_hh)
        output.append(h)
    return torch.stack(output), h
