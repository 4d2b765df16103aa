"""One sequence after the other, in float64, with outer products."""

import torch


def rnn_backward(dout, x, h_0, output, w_ih, w_hh):
    dout, seen, first, states, wi, wh = (t.double() for t in (dout, x, h_0, output, w_ih, w_hh))
    dx, dh_0 = torch.zeros_like(seen), torch.zeros_like(first)
    dw_ih, dw_hh, db = torch.zeros_like(wi), torch.zeros_like(wh), torch.zeros_like(wh[0])
    for n in range(x.shape[1]):
        carried = torch.zeros_like(db)
        for t in range(len(x) - 1, -1, -1):
            dz = (dout[t, n] + carried) * (1 - states[t, n]) * (1 + states[t, n])
            before = states[t - 1, n] if t else first[n]
            dx[t, n] = wi.T.mv(dz)
            dw_ih += torch.outer(dz, seen[t, n])
            dw_hh += torch.outer(dz, before)
            db += dz
            carried = wh.T.mv(dz)
        dh_0[n] = carried
    return tuple(g.to(x.dtype) for g in (dx, dh_0, dw_ih, dw_hh, db))
