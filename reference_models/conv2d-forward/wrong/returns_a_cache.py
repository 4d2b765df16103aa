"""The result comes with a cache for the backward pass."""

import torch
import torch.nn.functional as F


def conv2d(x, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = pair(stride), pair(padding), pair(dilation)
    x = F.pad(x, (pw, pw, ph, ph))
    n, _, h, w = x.shape
    o, cg, kh, kw = weight.shape
    oh = (h - dh * (kh - 1) - 1) // sh + 1
    ow = (w - dw * (kw - 1) - 1) // sw + 1
    taps = [
        x[:, :, u * dh : u * dh + oh * sh : sh, v * dw : v * dw + ow * sw : sw]
        for u in range(kh)
        for v in range(kw)
    ]
    patches = torch.stack(taps, dim=2).reshape(n, groups, cg * kh * kw, oh * ow)
    kernels = weight.reshape(groups, o // groups, cg * kh * kw)
    y = (kernels @ patches).reshape(n, o, oh, ow)
    if bias is not None:
        y = y + bias[:, None, None]
    return y, (x, weight, bias, stride, padding)


def pair(value):
    return (value, value) if isinstance(value, int) else tuple(value)
