"""All dz first, one after the other; then every gradient in a single product."""

import torch


def rnn_backward(dout, x, h_0, output, w_ih, w_hh):
    slope = 1 - output * output
    dz = torch.empty_like(output)
    dz[-1] = dout[-1] * slope[-1]
    for t in range(len(x) - 2, -1, -1):
        dz[t] = torch.addmm(dout[t], dz[t + 1], w_hh) * slope[t]
    before = torch.cat((h_0[None], output[:-1]))
    dw_ih = torch.einsum("tnk,tnd->kd", dz, x)
    dw_hh = torch.einsum("tnk,tnj->kj", dz, before)
    return dz @ w_ih, dz[0] @ w_hh, dw_ih, dw_hh, dz.sum(dim=(0, 1))
