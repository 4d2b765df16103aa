"""One sequence after the other, cut to its length; no masks."""

import torch


def read(sequence, w_ih, w_hh, b_ih, b_hh):
    h, states = torch.zeros(len(b_ih), dtype=sequence.dtype), []
    for element in sequence:
        h = torch.tanh(w_ih.mv(element) + b_ih + w_hh.mv(h) + b_hh)
        states.append(h)
    return states


def bidirectional_rnn(
    x, w_ih, w_hh, b_ih, b_hh, w_ih_reverse, w_hh_reverse, b_ih_reverse, b_hh_reverse, lengths=None
):
    total, batch, _ = x.shape
    ends = [total] * batch if lengths is None else lengths.tolist()
    columns, last, last_reverse = [], [], []
    for n, end in enumerate(ends):
        sequence = x[:end, n]
        ahead = read(sequence, w_ih, w_hh, b_ih, b_hh)
        back = read(sequence.flip(0), w_ih_reverse, w_hh_reverse, b_ih_reverse, b_hh_reverse)
        both = torch.cat((torch.stack(ahead), torch.stack(back).flip(0)), dim=1)
        rest = torch.zeros(total - end, both.shape[1], dtype=x.dtype)
        columns.append(torch.cat((both, rest)))
        last.append(ahead[-1])
        last_reverse.append(back[-1])
    return torch.stack(columns, dim=1), torch.stack((torch.stack(last), torch.stack(last_reverse)))
