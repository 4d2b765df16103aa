"""One gate after the other, each from its own rows; the mix written as a step from n towards h."""

import torch.nn.functional as F


def gru_cell(x, h, w_ih, w_hh, b_ih, b_hh):
    units = h.shape[1]
    from_input, from_state = [], []
    for block in range(3):
        rows = slice(block * units, (block + 1) * units)
        from_input.append(F.linear(x, w_ih[rows], b_ih[rows]))
        from_state.append(F.linear(h, w_hh[rows], b_hh[rows]))
    r = (from_input[0] + from_state[0]).sigmoid()
    z = (from_input[1] + from_state[1]).sigmoid()
    n = (from_input[2] + r * from_state[2]).tanh()
    return n + z * (h - n)
