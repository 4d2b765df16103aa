"""The whole of dc is handed back."""

import torch


def lstm_backward(dout, x, h_0, c_0, w_ih, w_hh, b_ih, b_hh):
    length, batch, features = x.shape
    cache = []
    h, c = h_0, c_0
    for t in range(length):
        z = x[t] @ w_ih.T + b_ih + h @ w_hh.T + b_hh
        zi, zf, zg, zo = z.chunk(4, dim=1)
        i, f, o = torch.sigmoid(zi), torch.sigmoid(zf), torch.sigmoid(zo)
        g = torch.tanh(zg)
        c_new = f * c + i * g
        cache.append((h, c, i, f, g, o, c_new))
        h, c = o * torch.tanh(c_new), c_new

    dx = torch.zeros_like(x)
    dw_ih = torch.zeros_like(w_ih)
    dw_hh = torch.zeros_like(w_hh)
    db = torch.zeros(w_hh.shape[0], dtype=x.dtype)
    dh_next = torch.zeros_like(h_0)
    dc_next = torch.zeros_like(c_0)
    for t in reversed(range(length)):
        h, c, i, f, g, o, c_new = cache[t]
        dh = dout[t] + dh_next
        do = dh * torch.tanh(c_new)
        dc = dc_next + dh * o * (1 - torch.tanh(c_new) ** 2)
        di = dc * g
        df = dc * c
        dg = dc * i
        dzi = di * i * (1 - i)
        dzf = df * f * (1 - f)
        dzg = dg * (1 - g**2)
        dzo = do * o * (1 - o)
        dz = torch.cat((dzi, dzf, dzg, dzo), dim=1)
        dx[t] = dz @ w_ih
        dw_ih += dz.T @ x[t]
        dw_hh += dz.T @ h
        db += dz.sum(dim=0)
        dh_next = dz @ w_hh
        dc_next = dc
    return dx, dh_next, dc_next, dw_ih, dw_hh, db
