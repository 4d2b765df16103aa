"""im2col by F.unfold, then one matrix product for each group."""

import torch
import torch.nn.functional as F


def conv2d(x, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    stride, padding, dilation = pair(stride), pair(padding), pair(dilation)
    out_channels, _, *kernel_size = weight.shape
    columns = F.unfold(x, tuple(kernel_size), dilation=dilation, padding=padding, stride=stride)
    size = [
        (length + 2 * p - d * (k - 1) - 1) // s + 1
        for length, p, d, k, s in zip(x.shape[2:], padding, dilation, kernel_size, stride)
    ]
    results = [
        kernels.flatten(1) @ seen
        for kernels, seen in zip(weight.chunk(groups, dim=0), columns.chunk(groups, dim=1))
    ]
    y = torch.cat(results, dim=1).view(x.shape[0], out_channels, *size)
    if bias is not None:
        y += bias[:, None, None]
    return y


def pair(value):
    return (value, value) if isinstance(value, int) else tuple(value)
