"""The rows of all channels one after the other, and cut apart again."""

import torch


def flatten(x):
    rows = [row for channel in x.unbind(1) for row in channel.unbind(1)]
    return torch.cat(rows, dim=1)


def flatten_backward(dout, shape):
    _, channels, height, width = shape
    rows = dout.split(width, dim=1)
    images = [torch.stack(rows[k * height : (k + 1) * height], dim=1) for k in range(channels)]
    return torch.stack(images, dim=1)
