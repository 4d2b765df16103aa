"""The weights are flattened by view, which wants them densely in memory."""

import torch


def rnn_cell(x, h, w_ih, w_hh, b_ih, b_hh):
    z = x @ w_ih.T + b_ih + (h.repeat(1, h.shape[1]) * w_hh.view(-1)).view(*h.shape, -1).sum(dim=2) + b_hh
    h_new = torch.tanh(z)
    return h_new
