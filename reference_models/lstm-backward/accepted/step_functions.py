"""One function forwards and one back for a single step; the weights' gradients in one product at the end."""

import torch


def forwards(x, h, c, w_ih, w_hh, bias):
    z = torch.addmm(bias, x, w_ih.t()) + h.mm(w_hh.t())
    i, f, g, o = z.unflatten(1, (4, -1)).unbind(1)
    i, f, g, o = i.sigmoid(), f.sigmoid(), g.tanh(), o.sigmoid()
    c_new = i * g + f * c
    return o * c_new.tanh(), c_new, (i, f, g, o)


def back(dh, dc, c_old, c_new, gates):
    i, f, g, o = gates
    squashed = c_new.tanh()
    dc = dc + dh * o - dh * o * squashed.square()
    parts = (
        dc * g * (i - i * i),
        dc * c_old * (f - f * f),
        dc * i * (1 - g) * (1 + g),
        dh * squashed * (o - o * o),
    )
    return torch.cat(parts, dim=1), dc * f


def lstm_backward(dout, x, h_0, c_0, w_ih, w_hh, b_ih, b_hh):
    hidden, cells, gates = [h_0], [c_0], []
    for seen in x:
        h, c, opened = forwards(seen, hidden[-1], cells[-1], w_ih, w_hh, b_ih + b_hh)
        hidden.append(h)
        cells.append(c)
        gates.append(opened)
    dh, dc, all_dz = 0, torch.zeros_like(c_0), []
    for t in range(len(x) - 1, -1, -1):
        dz, dc = back(dout[t] + dh, dc, cells[t], cells[t + 1], gates[t])
        dh = dz.mm(w_hh)
        all_dz.insert(0, dz)
    dz = torch.stack(all_dz)
    dw_ih = torch.einsum("tnk,tnd->kd", dz, x)
    dw_hh = torch.einsum("tnk,tnj->kj", dz, torch.stack(hidden[:-1]))
    return dz @ w_ih, dh, dc, dw_ih, dw_hh, dz.sum(dim=(0, 1))
