"""x @ w_ih: right where the matrix is stored as (D, H)."""

import torch


def rnn_cell(x, h, w_ih, w_hh, b_ih, b_hh):
    z = x @ w_ih + b_ih + h @ w_hh.T + b_hh
    h_new = torch.tanh(z)
    return h_new
