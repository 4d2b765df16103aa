"""Every product's place in the padded image as an index; summed in float64."""

import torch
import torch.nn.functional as F


def conv2d_backward(dout, x, weight, stride=1, padding=0):
    (sh, sw), (ph, pw) = pair(stride), pair(padding)
    (n, c, h, w), (kh, kw) = x.shape, weight.shape[2:]
    padded = F.pad(x.double(), (pw, pw, ph, ph))
    g, kernel = dout.double(), weight.double()

    rows = torch.arange(dout.shape[2]).view(-1, 1, 1, 1) * sh + torch.arange(kh).view(1, 1, -1, 1)
    columns = torch.arange(dout.shape[3]).view(1, -1, 1, 1) * sw + torch.arange(kw).view(1, 1, 1, -1)
    place = (rows * padded.shape[3] + columns).flatten()

    seen = padded.flatten(2)[:, :, place].view(n, c, *dout.shape[2:], kh, kw)
    dw = torch.einsum("noij,ncijuv->ocuv", g, seen)
    products = torch.einsum("noij,ocuv->ncijuv", g, kernel).reshape(n, c, -1)
    grad = torch.zeros_like(padded).flatten(2).index_add_(2, place, products).view_as(padded)
    dx = grad[:, :, ph : ph + h, pw : pw + w]
    return dx.to(x.dtype), dw.to(x.dtype), g.sum((0, 2, 3)).to(x.dtype)


def pair(value):
    return (value, value) if isinstance(value, int) else tuple(value)
