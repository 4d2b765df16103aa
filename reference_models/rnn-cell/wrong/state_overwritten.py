"""The new state is written into the caller's tensor."""

import torch


def rnn_cell(x, h, w_ih, w_hh, b_ih, b_hh):
    z = x @ w_ih.T + b_ih + h @ w_hh.T + b_hh
    h_new = h.copy_(torch.tanh(z))
    return h_new
