"""The sigmoid is written as 1 / (1 + exp(-t)), whose gradient is NaN for large negative t."""

import torch


def sigmoid(t):
    return 1 / (1 + torch.exp(-t))


def gru_cell(x, h, w_ih, w_hh, b_ih, b_hh):
    a_r, a_z, a_n = (x @ w_ih.T + b_ih).chunk(3, dim=1)
    u_r, u_z, u_n = (h @ w_hh.T + b_hh).chunk(3, dim=1)
    r = sigmoid(a_r + u_r)
    z = sigmoid(a_z + u_z)
    n = torch.tanh(a_n + r * u_n)
    h_new = (1 - z) * n + z * h
    return h_new
