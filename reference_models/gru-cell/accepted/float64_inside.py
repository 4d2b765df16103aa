"""Sums by einsum in float64, mixed by lerp, returned in the input's dtype."""

import torch


def gru_cell(x, h, w_ih, w_hh, b_ih, b_hh):
    units = h.shape[1]
    old = h.double()
    a = torch.einsum("nd,kd->nk", x.double(), w_ih.double()).add_(b_ih.double())
    u = torch.einsum("nj,kj->nk", old, w_hh.double()).add_(b_hh.double())
    gates = torch.sigmoid(a[:, : 2 * units] + u[:, : 2 * units])
    r, z = gates[:, :units], gates[:, units:]
    candidate = torch.tanh(torch.addcmul(a[:, 2 * units :], r, u[:, 2 * units :]))
    return torch.lerp(candidate, old, z).to(x.dtype)
