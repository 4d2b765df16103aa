"""PyTorch's own layer under another name."""

from torch import nn


class BatchNorm2d(nn.BatchNorm2d):
    pass
