"""In float64, and recursive: the states of a sequence are those of its beginning, and one more."""

import torch


def rnn(x, w_ih, w_hh, b_ih, b_hh, h_0=None):
    wi, wh, bias = w_ih.double(), w_hh.double(), b_ih.double() + b_hh.double()
    first = torch.zeros(x.shape[1], len(b_ih), dtype=torch.float64) if h_0 is None else h_0.double()

    def states(t):
        if t == 0:
            return [first]
        before = states(t - 1)
        z = torch.einsum("nd,kd->nk", x[t - 1].double(), wi) + torch.einsum("nj,kj->nk", before[-1], wh)
        return [*before, torch.tanh(z + bias)]

    output = torch.stack(states(len(x))[1:]).to(x.dtype)
    return output, output[-1]
