"""One shifted, weighted copy of the image for each tap of the kernel, summed up."""

import torch
from torch.nn.functional import pad


def conv2d(x, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = map(pair, (stride, padding, dilation))
    o, cg, kh, kw = weight.shape
    x = pad(x, [pw, pw, ph, ph])
    n, _, h, w = x.shape
    x = x.reshape(n, groups, cg, h, w)
    kernel = weight.reshape(groups, o // groups, cg, kh, kw)
    last_row, last_column = h - dh * (kh - 1), w - dw * (kw - 1)

    total = 0
    for u in range(kh):
        for v in range(kw):
            shifted = x[..., u * dh : u * dh + last_row : sh, v * dw : v * dw + last_column : sw]
            total = total + torch.einsum("ngchw,goc->ngohw", shifted, kernel[..., u, v])
    y = total.flatten(1, 2)
    return y if bias is None else y + bias.reshape(-1, 1, 1)


def pair(value):
    return (value, value) if isinstance(value, int) else tuple(value)
