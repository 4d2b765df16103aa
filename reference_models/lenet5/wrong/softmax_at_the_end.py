"""Softmax inside the network."""

import torch
import torch.nn.functional as F
from torch import nn


class LeNet5(nn.Module):
    def __init__(self, num_classes=10, width=6):
        super().__init__()
        maps = width * 8 // 3
        self.conv1 = nn.Conv2d(1, width, 5)
        self.conv2 = nn.Conv2d(width, maps, 5)
        self.fc1 = nn.Linear(maps * 25, width * 20)
        self.fc2 = nn.Linear(width * 20, width * 14)
        self.fc3 = nn.Linear(width * 14, num_classes)

    def forward(self, x):
        x = torch.tanh(self.conv1(x))
        x = F.avg_pool2d(x, 2)
        x = torch.tanh(self.conv2(x))
        x = F.avg_pool2d(x, 2)
        x = torch.flatten(x, 1)
        x = torch.tanh(self.fc1(x))
        x = torch.tanh(self.fc2(x))
        x = torch.softmax(self.fc3(x), dim=1)
        return x
