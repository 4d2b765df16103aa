"""The convolutions are not padded."""

import torch
import torch.nn.functional as F
from torch import nn


class SimpleCNN(nn.Module):
    def __init__(self, num_classes=10, width=16):
        super().__init__()
        self.conv1 = nn.Conv2d(3, width, 3)
        self.conv2 = nn.Conv2d(width, width * 2, 3)
        self.fc1 = nn.Linear(width * 2 * 6 * 6, width * 8)
        self.fc2 = nn.Linear(width * 8, num_classes)

    def forward(self, x):
        x = F.relu(self.conv1(x))
        x = F.max_pool2d(x, 2)
        x = F.relu(self.conv2(x))
        x = F.max_pool2d(x, 2)
        x = torch.flatten(x, 1)
        x = F.relu(self.fc1(x))
        x = self.fc2(x)
        return x

    def probabilities(self, x):
        z = self.forward(x)
        return torch.softmax(z, dim=1)

    def loss(self, x, labels):
        z = self.forward(x)
        return F.cross_entropy(z, labels)
