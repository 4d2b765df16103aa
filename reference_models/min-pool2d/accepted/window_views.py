"""Windows as a view of the padded image, and the smallest pixel of each."""

import torch


def min_pool2d(x, kernel_size, stride=None, padding=0):
    if stride is None:
        stride = kernel_size
    (kh, kw), (sh, sw), (ph, pw) = (
        2 * (value,) if isinstance(value, int) else value for value in (kernel_size, stride, padding)
    )
    n, c, h, w = x.shape
    framed = torch.full((n, c, h + 2 * ph, w + 2 * pw), torch.inf, dtype=x.dtype)
    framed[:, :, ph : ph + h, pw : pw + w] = x
    return framed.unfold(2, kh, sh).unfold(3, kw, sw).amin(dim=(4, 5))
