"""The shortcut first, by hand: every stride-th pixel, then a matrix product over the channels."""

import torch
from torch import nn


class ResidualBlock(nn.Module):
    def __init__(self, in_channels, out_channels, stride=1):
        super().__init__()
        self.stride = stride
        self.conv1 = nn.Conv2d(in_channels, out_channels, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(out_channels)
        self.conv2 = nn.Conv2d(out_channels, out_channels, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(out_channels)
        self.projects = stride != 1 or in_channels != out_channels
        if self.projects:
            projection = nn.Conv2d(in_channels, out_channels, 1, bias=False)
            self.downsample = nn.ModuleList([projection, nn.BatchNorm2d(out_channels)])

    def forward(self, x):
        shortcut = x
        if self.projects:
            seen = x[:, :, :: self.stride, :: self.stride]
            mixed = torch.einsum("nchw,oc->nohw", seen, self.downsample[0].weight[:, :, 0, 0])
            shortcut = self.downsample[1](mixed)
        hidden = self.bn1(self.conv1(x)).clamp(min=0)
        return torch.maximum(shortcut + self.bn2(self.conv2(hidden)), torch.zeros(()))
