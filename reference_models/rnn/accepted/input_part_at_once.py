"""The input's part of z for all steps in one product; states written into a prepared tensor."""

import torch
import torch.nn.functional as F


def rnn(x, w_ih, w_hh, b_ih, b_hh, h_0=None):
    from_input = F.linear(x, w_ih, b_ih + b_hh)
    h = torch.zeros(x.shape[1], w_hh.shape[0], dtype=x.dtype) if h_0 is None else h_0.clone()
    output = torch.empty(*x.shape[:2], len(w_hh), dtype=x.dtype)
    for t in range(len(x)):
        h = (from_input[t] + h.mm(w_hh.t())).tanh()
        output[t] = h
    return output, h.clone()
