"""The formulas written as einsum; the dots stand for the batch axes."""

import torch


def linear_backward(dout, x, weight):
    dx = torch.einsum("...o,oi->...i", dout, weight)
    dweight = torch.einsum("...o,...i->oi", dout, x)
    dbias = torch.einsum("...o->o", dout)
    return dx, dweight, dbias
