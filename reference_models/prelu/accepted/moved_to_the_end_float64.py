"""With the channels last, broadcasting lines the slopes up by itself."""

import torch


def prelu(x, weight):
    wide, a = last(x, weight).double(), weight.double()
    y = torch.maximum(wide, wide * 0) + a * torch.minimum(wide, wide * 0)
    return back(y, weight).to(x.dtype)


def prelu_backward(dout, x, weight):
    wide, g, a = last(x, weight).double(), last(dout, weight).double(), weight.double()
    below = wide <= 0
    dx = torch.where(below, a * g, g)
    shares = (below * wide * g).reshape(-1, len(weight))
    return back(dx, weight).to(x.dtype), shares.sum(dim=0).to(x.dtype)


def last(x, weight):
    return x if len(weight) == 1 else x.movedim(1, -1)


def back(x, weight):
    return x if len(weight) == 1 else x.movedim(-1, 1)
