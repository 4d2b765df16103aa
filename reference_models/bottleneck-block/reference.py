"""The bottleneck block of ResNet-50: narrow, look around, widen, and add the input."""

import torch.nn.functional as F
from torch import Tensor, nn

EXPANSION = 4


class BottleneckBlock(nn.Module):
    """relu(F(x) + S(x)): F goes through a narrow middle; S is x itself, or its projection."""

    def __init__(self, in_channels: int, channels: int, stride: int = 1) -> None:
        super().__init__()
        out_channels = EXPANSION * channels
        self.conv1 = nn.Conv2d(in_channels, channels, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, 3, stride=stride, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.conv3 = nn.Conv2d(channels, out_channels, 1, bias=False)
        self.bn3 = nn.BatchNorm2d(out_channels)

        self.downsample = None
        if stride != 1 or in_channels != out_channels:
            self.downsample = nn.Sequential(
                nn.Conv2d(in_channels, out_channels, 1, stride=stride, bias=False),
                nn.BatchNorm2d(out_channels),
            )

    def forward(self, x: Tensor) -> Tensor:
        self._refuse_what_cannot_be()
        narrow = F.relu(self.bn1(self.conv1(x)))
        narrow = F.relu(self.bn2(self.conv2(narrow)))
        residual = self.bn3(self.conv3(narrow))
        shortcut = x if self.downsample is None else self.downsample(x)
        return F.relu(residual + shortcut)

    def _refuse_what_cannot_be(self) -> None:
        """No student has to: this keeps the search for small examples from negative variances."""
        if any((bn.running_var < 0).any() for bn in self.modules() if isinstance(bn, nn.BatchNorm2d)):
            raise ValueError("a variance cannot be negative")
