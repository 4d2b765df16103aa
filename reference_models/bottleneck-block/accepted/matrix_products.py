"""The 1x1 convolutions as matrix products over the channels, the layers in a loop."""

import torch
from torch import nn


def mixed(conv, x, step=1):
    return torch.einsum("nchw,oc->nohw", x[:, :, ::step, ::step], conv.weight[:, :, 0, 0])


class BottleneckBlock(nn.Module):
    def __init__(self, in_channels, channels, stride=1):
        super().__init__()
        self.stride = stride
        widths = [in_channels, channels, channels, 4 * channels]
        for number, (size, step) in enumerate(((1, 1), (3, stride), (1, 1)), 1):
            before, after = widths[number - 1], widths[number]
            setattr(self, f"conv{number}", nn.Conv2d(before, after, size, step, size // 2, bias=False))
            setattr(self, f"bn{number}", nn.BatchNorm2d(after))
        if stride != 1 or in_channels != 4 * channels:
            projection = nn.Conv2d(in_channels, 4 * channels, 1, bias=False)
            self.downsample = nn.ModuleList([projection, nn.BatchNorm2d(4 * channels)])

    def forward(self, x):
        hidden = self.bn1(mixed(self.conv1, x)).clamp(min=0)
        hidden = self.bn2(self.conv2(hidden)).clamp(min=0)
        total = self.bn3(mixed(self.conv3, hidden))
        if hasattr(self, "downsample"):
            projection, norm = self.downsample
            return (total + norm(mixed(projection, x, self.stride))).clamp(min=0)
        return (total + x).clamp(min=0)
