"""The channels double in the last stage, too."""

import torch
from torch import nn


class VGG16(nn.Module):
    def __init__(self, num_classes=1000, width=64, dropout=0.5):
        super().__init__()
        stages = [(2, width), (2, width * 2), (3, width * 4), (3, width * 8), (3, width * 16)]
        layers = []
        before = 3
        for count, channels in stages:
            for _ in range(count):
                layers.append(nn.Conv2d(before, channels, kernel_size=3, padding=1))
                layers.append(nn.ReLU())
                before = channels
            layers.append(nn.MaxPool2d(kernel_size=2, stride=2))
        self.features = nn.Sequential(*layers)
        self.avgpool = nn.AdaptiveAvgPool2d((7, 7))
        self.classifier = nn.Sequential(
            nn.Linear(width * 16 * 49, width * 64),
            nn.ReLU(),
            nn.Dropout(dropout),
            nn.Linear(width * 64, width * 64),
            nn.ReLU(),
            nn.Dropout(dropout),
            nn.Linear(width * 64, num_classes),
        )

    def forward(self, x):
        x = self.features(x)
        x = self.avgpool(x)
        x = torch.flatten(x, 1)
        return self.classifier(x)
