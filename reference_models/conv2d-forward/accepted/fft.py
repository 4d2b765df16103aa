"""Correlation is a product in the frequency domain: compute stride 1 there, then keep every s-th."""

import torch
import torch.nn.functional as F


def conv2d(x, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = pair(stride), pair(padding), pair(dilation)
    o, cg, kh, kw = weight.shape
    x = F.pad(x, (pw, pw, ph, ph))
    n, _, h, w = x.shape

    # A dilated kernel is an ordinary one with zeros between its taps.
    spread = weight.new_zeros(o, cg, dh * (kh - 1) + 1, dw * (kw - 1) + 1)
    spread[:, :, ::dh, ::dw] = weight

    image = torch.fft.rfft2(x).reshape(n, groups, cg, h, w // 2 + 1)
    kernel = torch.fft.rfft2(spread, s=(h, w)).reshape(groups, o // groups, cg, h, w // 2 + 1)
    product = torch.einsum("ngcij,gocij->ngoij", image, kernel.conj())
    full = torch.fft.irfft2(product, s=(h, w)).flatten(1, 2)

    # Beyond these the transform wraps around.
    rows, columns = h - spread.shape[2] + 1, w - spread.shape[3] + 1
    y = full[:, :, :rows:sh, :columns:sw]
    return y if bias is None else y + bias.reshape(-1, 1, 1)


def pair(value):
    return (value, value) if isinstance(value, int) else tuple(value)
