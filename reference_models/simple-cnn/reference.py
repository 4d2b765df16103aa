"""A small CNN for colour images of 32 by 32 pixels: scores, probabilities, and the loss."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn


class SimpleCNN(nn.Module):
    """Two convolutions with ReLU and max pooling, two linear layers."""

    def __init__(self, num_classes: int = 10, width: int = 16) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(3, width, 3, padding=1)
        self.conv2 = nn.Conv2d(width, 2 * width, 3, padding=1)
        self.fc1 = nn.Linear(2 * width * 8 * 8, 8 * width)
        self.fc2 = nn.Linear(8 * width, num_classes)

    def forward(self, x: Tensor) -> Tensor:
        """Scores of the classes, one row for each image."""
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        x = torch.flatten(x, start_dim=1)
        return self.fc2(F.relu(self.fc1(x)))

    def probabilities(self, x: Tensor) -> Tensor:
        """Each row adds up to 1."""
        return torch.softmax(self(x), dim=1)

    def loss(self, x: Tensor, labels: Tensor) -> Tensor:
        """Cross-entropy straight from the scores, the mean over the batch."""
        if not ((labels >= 0) & (labels < self.fc2.out_features)).all():
            raise ValueError("a label is the number of a class")
        return F.cross_entropy(self(x), labels)
