"""Input and state side by side, the weights likewise, and one product."""

import torch


def rnn_cell(x, h, w_ih, w_hh, b_ih, b_hh):
    seen = torch.cat([x, h], dim=1)
    weights = torch.cat([w_ih, w_hh], dim=1)
    return torch.addmm(b_ih + b_hh, seen, weights.t()).tanh()
