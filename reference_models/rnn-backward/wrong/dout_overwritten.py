"""The carried gradient is added into the caller's dout."""

import torch


def rnn_backward(dout, x, h_0, output, w_ih, w_hh):
    length, batch, features = x.shape
    dx = torch.zeros_like(x)
    dw_ih = torch.zeros_like(w_ih)
    dw_hh = torch.zeros_like(w_hh)
    db = torch.zeros(w_hh.shape[0], dtype=x.dtype)
    carried = torch.zeros_like(h_0)
    for t in reversed(range(length)):
        before = output[t - 1] if t > 0 else h_0
        dh = dout[t].add_(carried)
        dz = dh * (1 - output[t] ** 2)
        dx[t] = dz @ w_ih
        dw_ih += dz.T @ x[t]
        dw_hh += dz.T @ before
        db += dz.sum(dim=0)
        carried = dz @ w_hh
    dh_0 = carried
    return dx, dh_0, dw_ih, dw_hh, db
