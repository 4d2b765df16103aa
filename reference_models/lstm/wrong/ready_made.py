"""PyTorch's own layer."""

from torch import nn


class LSTM(nn.LSTM):
    def forward(self, x, h_0=None, c_0=None):
        output, (h_n, c_n) = super().forward(x, None if h_0 is None else (h_0, c_0))
        return output, h_n, c_n
