"""The sigmoid is written as 1 / (1 + exp(-z)), whose gradient is NaN for large negative z."""

import torch


def sigmoid(t):
    return 1 / (1 + torch.exp(-t))


def lstm_cell(x, h, c, w_ih, w_hh, b_ih, b_hh):
    z = x @ w_ih.T + b_ih + h @ w_hh.T + b_hh
    zi, zf, zg, zo = z.chunk(4, dim=1)
    i = sigmoid(zi)
    f = sigmoid(zf)
    g = torch.tanh(zg)
    o = sigmoid(zo)
    c_new = f * c + i * g
    h_new = o * torch.tanh(c_new)
    return h_new, c_new
