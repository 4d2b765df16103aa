"""The whole forward pass is differentiated by autograd."""

import torch


def lstm_backward(dout, x, h_0, c_0, w_ih, w_hh, b_ih, b_hh):
    inputs = [tensor.detach().clone().requires_grad_() for tensor in (x, h_0, c_0, w_ih, w_hh, b_ih)]
    x, h, c, w_ih, w_hh, b_ih = inputs
    output = []
    for t in range(len(x)):
        z = x[t] @ w_ih.T + b_ih + h @ w_hh.T + b_hh
        i, f, g, o = z.chunk(4, dim=1)
        c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
        h = torch.sigmoid(o) * torch.tanh(c)
        output.append(h)
    return torch.autograd.grad(torch.stack(output), inputs, dout)
