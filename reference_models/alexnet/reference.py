"""AlexNet in the plan that torchvision publishes weights for, at any width."""

import torch
from torch import Tensor, nn


class AlexNet(nn.Module):
    """Five convolutions, an average to 6 by 6 places, three linear layers with dropout."""

    def __init__(self, num_classes: int = 1000, width: int = 64, dropout: float = 0.5) -> None:
        super().__init__()
        w = width
        self.features = nn.Sequential(
            nn.Conv2d(3, w, 11, stride=4, padding=2),
            nn.ReLU(),
            nn.MaxPool2d(3, stride=2),
            nn.Conv2d(w, 3 * w, 5, padding=2),
            nn.ReLU(),
            nn.MaxPool2d(3, stride=2),
            nn.Conv2d(3 * w, 6 * w, 3, padding=1),
            nn.ReLU(),
            nn.Conv2d(6 * w, 4 * w, 3, padding=1),
            nn.ReLU(),
            nn.Conv2d(4 * w, 4 * w, 3, padding=1),
            nn.ReLU(),
            nn.MaxPool2d(3, stride=2),
        )
        self.avgpool = nn.AdaptiveAvgPool2d((6, 6))
        self.classifier = nn.Sequential(
            nn.Dropout(dropout),
            nn.Linear(4 * w * 6 * 6, 64 * w),
            nn.ReLU(),
            nn.Dropout(dropout),
            nn.Linear(64 * w, 64 * w),
            nn.ReLU(),
            nn.Linear(64 * w, num_classes),
        )

    def forward(self, x: Tensor) -> Tensor:
        x = self.avgpool(self.features(x))
        return self.classifier(torch.flatten(x, start_dim=1))
