"""Layers put under their numbers one by one; what has no weights is a function of the module's own."""

import torch
import torch.nn.functional as F
from torch import nn


class Rectified(nn.Module):
    def forward(self, x):
        return torch.clamp(x, min=0)


class Largest(nn.Module):
    def forward(self, x):
        windows = x.unfold(2, 3, 2).unfold(3, 3, 2)
        return windows.amax(dim=(-1, -2))


class AlexNet(nn.Module):
    def __init__(self, num_classes=1000, width=64, dropout=0.5):
        super().__init__()
        self.features = nn.Sequential()
        for number in (1, 4, 7, 9, 11):
            self.features.add_module(str(number), Rectified())
        for number in (2, 5, 12):
            self.features.add_module(str(number), Largest())
        self.features.add_module("0", nn.Conv2d(3, width, 11, 4, 2))
        self.features.add_module("3", nn.Conv2d(width, width * 3, 5, 1, 2))
        self.features.add_module("6", nn.Conv2d(width * 3, width * 6, 3, 1, 1))
        self.features.add_module("8", nn.Conv2d(width * 6, width * 4, 3, 1, 1))
        self.features.add_module("10", nn.Conv2d(width * 4, width * 4, 3, 1, 1))
        self.features = nn.Sequential(*(self.features.get_submodule(str(n)) for n in range(13)))
        self.classifier = nn.Sequential(
            nn.Dropout(dropout),
            nn.Linear(width * 144, width * 64),
            Rectified(),
            nn.Dropout(dropout),
            nn.Linear(width * 64, width * 64),
            Rectified(),
            nn.Linear(width * 64, num_classes),
        )

    def forward(self, x):
        return self.classifier(F.adaptive_avg_pool2d(self.features(x), 6).flatten(1))
