"""One place of the window at a time, as the definition reads."""

import torch


def conv2d(x, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    sh, sw = pair(stride)
    ph, pw = pair(padding)
    dh, dw = pair(dilation)
    n, c, h, w = x.shape
    o, cg, kh, kw = weight.shape
    oh = (h + 2 * ph - dh * (kh - 1) - 1) // sh + 1
    ow = (w + 2 * pw - dw * (kw - 1) - 1) // sw + 1

    padded = torch.zeros(n, c, h + 2 * ph, w + 2 * pw, dtype=x.dtype, device=x.device)
    padded[:, :, ph : ph + h, pw : pw + w] = x

    out = torch.zeros(n, o, oh, ow, dtype=x.dtype, device=x.device)
    for i in range(oh):
        for j in range(ow):
            top, left = i * sh, j * sw
            rows = slice(top, top + dh * (kh - 1) + 1, dh)
            columns = slice(left, left + dw * (kw - 1) + 1, dw)
            for g in range(groups):
                window = padded[:, None, g * cg : (g + 1) * cg, rows, columns]
                mine = slice(g * o // groups, (g + 1) * o // groups)
                out[:, mine, i, j] = (window * weight[mine]).sum(dim=(2, 3, 4))
    if bias is not None:
        for k in range(o):
            out[:, k] += bias[k]
    return out


def pair(value):
    return (value, value) if isinstance(value, int) else tuple(value)
