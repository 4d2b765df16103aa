"""The forward state goes on over the padding."""

import torch


def one_direction(x, w_ih, w_hh, b_ih, b_hh, lengths, steps):
    backwards = steps[0] > steps[-1]
    h = torch.zeros(x.shape[1], w_hh.shape[0], dtype=x.dtype)
    outputs = []
    for t in steps:
        new = torch.tanh(x[t] @ w_ih.T + b_ih + h @ w_hh.T + b_hh)
        inside = (t < lengths).unsqueeze(1)
        h = torch.where(inside, new, h) if backwards else new
        outputs.append(torch.where(inside, new, torch.zeros_like(new)))
    return outputs, h


def bidirectional_rnn(
    x, w_ih, w_hh, b_ih, b_hh, w_ih_reverse, w_hh_reverse, b_ih_reverse, b_hh_reverse, lengths=None
):
    length, batch, features = x.shape
    if lengths is None:
        lengths = torch.full((batch,), length)
    steps = list(range(length))
    ahead, last = one_direction(x, w_ih, w_hh, b_ih, b_hh, lengths, steps)
    back, first = one_direction(
        x, w_ih_reverse, w_hh_reverse, b_ih_reverse, b_hh_reverse, lengths, steps[::-1]
    )
    back.reverse()
    output = torch.cat((torch.stack(ahead), torch.stack(back)), dim=2)
    return output, torch.stack((last, first))
