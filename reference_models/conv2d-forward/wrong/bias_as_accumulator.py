"""Each sum is collected in bias[k], which is a view of the caller's bias."""

import torch.nn.functional as F


def conv2d(x, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = pair(stride), pair(padding), pair(dilation)
    x = F.pad(x, (pw, pw, ph, ph))
    n, _, h, w = x.shape
    o, cg, kh, kw = weight.shape
    oh = (h - dh * (kh - 1) - 1) // sh + 1
    ow = (w - dw * (kw - 1) - 1) // sw + 1
    y = x.new_zeros(n, o, oh, ow)
    for k in range(o):
        first = k // (o // groups) * cg
        for i in range(oh):
            for j in range(ow):
                rows = slice(i * sh, i * sh + dh * (kh - 1) + 1, dh)
                columns = slice(j * sw, j * sw + dw * (kw - 1) + 1, dw)
                window = x[:, first : first + cg, rows, columns]
                for m, product in enumerate((window * weight[k]).sum(dim=(1, 2, 3))):
                    total = bias[k] if bias is not None else x.new_zeros(())
                    total += product
                    y[m, k, i, j] = total
    return y


def pair(value):
    return (value, value) if isinstance(value, int) else tuple(value)
