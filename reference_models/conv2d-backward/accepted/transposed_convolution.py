"""Both gradients as correlations of dout with zeros between its places."""

import torch
import torch.nn.functional as F


def correlate(image, kernel):
    """Stride 1, no padding: (N, A, H, W) with (B, A, h, w) gives (N, B, H - h + 1, W - w + 1)."""
    windows = image.unfold(2, kernel.shape[2], 1).unfold(3, kernel.shape[3], 1)
    return torch.einsum("naijuv,bauv->nbij", windows, kernel)


def conv2d_backward(dout, x, weight, stride=1, padding=0):
    (sh, sw), (ph, pw) = pair(stride), pair(padding)
    (n, o, oh, ow), (kh, kw) = dout.shape, weight.shape[2:]
    height, width = x.shape[2] + 2 * ph, x.shape[3] + 2 * pw

    # As large as the result of stride 1 would have been.
    spread = dout.new_zeros(n, o, height - kh + 1, width - kw + 1)
    spread[:, :, : (oh - 1) * sh + 1 : sh, : (ow - 1) * sw + 1 : sw] = dout

    padded = F.pad(x, (pw, pw, ph, ph))
    dw = correlate(padded.transpose(0, 1), spread.transpose(0, 1)).transpose(0, 1)
    turned = weight.flip(2, 3).transpose(0, 1)
    dx = correlate(F.pad(spread, (kw - 1, kw - 1, kh - 1, kh - 1)), turned)
    dx = dx.narrow(2, ph, x.shape[2]).narrow(3, pw, x.shape[3])
    return dx.contiguous(), dw.contiguous(), dout.sum((0, 2, 3))


def pair(value):
    return (value, value) if isinstance(value, int) else tuple(value)
