"""One tap after the other: where it is larger than all before, it takes the lead."""

import torch
import torch.nn.functional as F


def taps(x, kernel_size, stride, padding):
    (kh, kw), (ph, pw) = pair(kernel_size), pair(padding)
    sh, sw = (kh, kw) if stride is None else pair(stride)
    padded = F.pad(x, (pw, pw, ph, ph), value=float("-inf"))
    oh, ow = (padded.shape[2] - kh) // sh + 1, (padded.shape[3] - kw) // sw + 1
    for u in range(kh):
        for v in range(kw):
            at = (..., slice(u, u + oh * sh, sh), slice(v, v + ow * sw, sw))
            yield at, padded[at]


def max_pool2d(x, kernel_size, stride=None, padding=0):
    best = None
    for _, seen in taps(x, kernel_size, stride, padding):
        best = seen.clone() if best is None else torch.maximum(best, seen)
    return best


def max_pool2d_backward(dout, x, kernel_size, stride=None, padding=0):
    y = max_pool2d(x, kernel_size, stride, padding)
    (ph, pw), (h, w) = pair(padding), x.shape[2:]
    grad = x.new_zeros(*x.shape[:2], h + 2 * ph, w + 2 * pw)
    open_yet = torch.ones_like(y, dtype=torch.bool)
    for at, seen in taps(x, kernel_size, stride, padding):
        won = open_yet & (seen == y)
        grad[at] += torch.where(won, dout, 0)
        open_yet &= ~won
    return grad[..., ph : ph + h, pw : pw + w].contiguous()


def pair(value):
    return (value, value) if isinstance(value, int) else tuple(value)
