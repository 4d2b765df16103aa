"""What overlapping windows give is averaged."""

import torch
import torch.nn.functional as F


def conv2d_backward(dout, x, weight, stride=1, padding=0):
    (sh, sw), (ph, pw) = pair(stride), pair(padding)
    n, c, h, w = x.shape
    o, _, kh, kw = weight.shape
    oh, ow = dout.shape[2:]
    xp = F.pad(x, (pw, pw, ph, ph))
    dxp = torch.zeros_like(xp)
    dw = torch.zeros_like(weight)
    db = dout.sum(dim=(0, 2, 3))
    count = torch.zeros_like(xp)
    for u in range(kh):
        for v in range(kw):
            seen = xp[:, :, u : u + oh * sh : sh, v : v + ow * sw : sw]
            dw[:, :, u, v] = torch.einsum("noij,ncij->oc", dout, seen)
            part = torch.einsum("noij,oc->ncij", dout, weight[:, :, u, v])
            dxp[:, :, u : u + oh * sh : sh, v : v + ow * sw : sw] += part
            count[:, :, u : u + oh * sh : sh, v : v + ow * sw : sw] += 1
    dxp = dxp / count.clamp(min=1)
    dx = dxp[:, :, ph : ph + h, pw : pw + w]
    return dx, dw, db


def pair(value):
    return (value, value) if isinstance(value, int) else tuple(value)
