"""Sums by einsum in float64, tanh through the sigmoid, returned in the input's dtype."""

import torch


def rnn_cell(x, h, w_ih, w_hh, b_ih, b_hh):
    x64, h64, wi, wh, bi, bh = (t.double() for t in (x, h, w_ih, w_hh, b_ih, b_hh))
    z = torch.einsum("nd,kd->nk", x64, wi)
    z += torch.einsum("nj,kj->nk", h64, wh)
    z += bi + bh
    return (2 * torch.sigmoid(2 * z) - 1).to(x.dtype)
