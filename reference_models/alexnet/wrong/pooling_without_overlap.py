"""Pooling windows of 2×2."""

import torch
from torch import nn


class AlexNet(nn.Module):
    def __init__(self, num_classes=1000, width=64, dropout=0.5):
        super().__init__()
        w = width
        self.features = nn.Sequential(
            nn.Conv2d(3, w, kernel_size=11, stride=4, padding=2),
            nn.ReLU(),
            nn.MaxPool2d(kernel_size=2, stride=2),
            nn.Conv2d(w, w * 3, kernel_size=5, padding=2),
            nn.ReLU(),
            nn.MaxPool2d(kernel_size=2, stride=2),
            nn.Conv2d(w * 3, w * 6, kernel_size=3, padding=1),
            nn.ReLU(),
            nn.Conv2d(w * 6, w * 4, kernel_size=3, padding=1),
            nn.ReLU(),
            nn.Conv2d(w * 4, w * 4, kernel_size=3, padding=1),
            nn.ReLU(),
            nn.MaxPool2d(kernel_size=2, stride=2),
        )
        self.avgpool = nn.AdaptiveAvgPool2d((6, 6))
        self.classifier = nn.Sequential(
            nn.Dropout(dropout),
            nn.Linear(w * 4 * 36, w * 64),
            nn.ReLU(),
            nn.Dropout(dropout),
            nn.Linear(w * 64, w * 64),
            nn.ReLU(),
            nn.Linear(w * 64, num_classes),
        )

    def forward(self, x):
        x = self.features(x)
        x = self.avgpool(x)
        x = torch.flatten(x, 1)
        return self.classifier(x)
