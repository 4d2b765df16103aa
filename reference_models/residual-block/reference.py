"""The basic residual block of ResNet-18 and ResNet-34: two convolutions, and the input added to them."""

import torch.nn.functional as F
from torch import Tensor, nn


class ResidualBlock(nn.Module):
    """relu(F(x) + S(x)): F is conv, BN, ReLU, conv, BN; S is x itself, or its projection."""

    def __init__(self, in_channels: int, out_channels: int, stride: int = 1) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(in_channels, out_channels, 3, stride=stride, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(out_channels)
        self.conv2 = nn.Conv2d(out_channels, out_channels, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(out_channels)

        self.downsample = None
        if stride != 1 or in_channels != out_channels:
            self.downsample = nn.Sequential(
                nn.Conv2d(in_channels, out_channels, 1, stride=stride, bias=False),
                nn.BatchNorm2d(out_channels),
            )

    def forward(self, x: Tensor) -> Tensor:
        self._refuse_what_cannot_be()
        residual = F.relu(self.bn1(self.conv1(x)))
        residual = self.bn2(self.conv2(residual))
        shortcut = x if self.downsample is None else self.downsample(x)
        return F.relu(residual + shortcut)

    def _refuse_what_cannot_be(self) -> None:
        """No student has to: this keeps the search for small examples from negative variances."""
        if any((bn.running_var < 0).any() for bn in self.modules() if isinstance(bn, nn.BatchNorm2d)):
            raise ValueError("a variance cannot be negative")
