"""Recursive, in float64: a step goes forwards, lets the rest of the sequence run, and comes back."""

import torch


def lstm_backward(dout, x, h_0, c_0, w_ih, w_hh, b_ih, b_hh):
    dout, x64, h_0, c_0, wi, wh, bias = (t.double() for t in (dout, x, h_0, c_0, w_ih, w_hh, b_ih + b_hh))
    n = h_0.shape[1]
    dx, dwi, dwh, db = (torch.zeros_like(t) for t in (x64, wi, wh, bias))

    def step(t, h, c):
        if t == len(x64):
            return torch.zeros_like(h), torch.zeros_like(c)
        z = x64[t] @ wi.mT + h @ wh.mT + bias
        gates = torch.sigmoid(z)
        i, f, o = gates[:, :n], gates[:, n : 2 * n], gates[:, 3 * n :]
        g = torch.tanh(z[:, 2 * n : 3 * n])
        new = f * c + i * g
        dh, dc = step(t + 1, o * torch.tanh(new), new)
        dh += dout[t]
        dc += dh * o / torch.cosh(new) ** 2
        dz = torch.empty_like(z)
        dz[:, :n] = dc * g * i * (1 - i)
        dz[:, n : 2 * n] = dc * c * f * (1 - f)
        dz[:, 2 * n : 3 * n] = dc * i * (1 - g * g)
        dz[:, 3 * n :] = dh * torch.tanh(new) * o * (1 - o)
        dx[t] = dz @ wi
        dwi.addmm_(dz.mT, x64[t])
        dwh.addmm_(dz.mT, h)
        db.add_(dz.sum(0))
        return dz @ wh, dc * f

    dh_0, dc_0 = step(0, h_0, c_0)
    return tuple(t.to(x.dtype) for t in (dx, dh_0, dc_0, dwi, dwh, db))
