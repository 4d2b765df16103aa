"""The ready-made layer."""

from torch import nn


class BatchNorm1d(nn.BatchNorm1d):
    pass
