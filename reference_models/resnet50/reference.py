"""ResNet-50 in the plan that torchvision publishes weights for, at any width."""

import torch.nn.functional as F
from torch import Tensor, nn

EXPANSION = 4
BLOCKS = (3, 4, 6, 3)


class Bottleneck(nn.Module):
    """relu(F(x) + S(x)): F goes through a narrow middle; S is x itself, or its projection."""

    def __init__(self, in_channels: int, channels: int, stride: int) -> None:
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
        narrow = F.relu(self.bn1(self.conv1(x)))
        narrow = F.relu(self.bn2(self.conv2(narrow)))
        residual = self.bn3(self.conv3(narrow))
        shortcut = x if self.downsample is None else self.downsample(x)
        return F.relu(residual + shortcut)


class ResNet50(nn.Module):
    """A stem, four stages of bottleneck blocks, the mean over all places, one linear layer."""

    def __init__(self, num_classes: int = 1000, width: int = 64) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(3, width, 7, stride=2, padding=3, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        channels = width
        for number, blocks in enumerate(BLOCKS):
            middle = width * 2**number
            stride = 1 if number == 0 else 2
            self.add_module(f"layer{number + 1}", stage(channels, middle, stride, blocks))
            channels = EXPANSION * middle
        self.fc = nn.Linear(channels, num_classes)

    def forward(self, x: Tensor) -> Tensor:
        x = F.relu(self.bn1(self.conv1(x)))
        x = F.max_pool2d(x, 3, stride=2, padding=1)
        x = self.layer4(self.layer3(self.layer2(self.layer1(x))))
        return self.fc(x.mean(dim=(2, 3)))


def stage(in_channels: int, channels: int, stride: int, blocks: int) -> nn.Sequential:
    """The first block changes the shape, the others keep it."""
    first = Bottleneck(in_channels, channels, stride)
    rest = [Bottleneck(EXPANSION * channels, channels, 1) for _ in range(blocks - 1)]
    return nn.Sequential(first, *rest)
