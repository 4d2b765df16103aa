"""LeNet-5 as it is taught today: two convolutions with pooling, three linear layers, tanh between."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn


class LeNet5(nn.Module):
    """Grey images of 32 by 32 pixels to one score for each class."""

    def __init__(self, num_classes: int = 10, width: int = 6) -> None:
        super().__init__()
        channels, hidden, last = 8 * width // 3, 20 * width, 14 * width
        self.conv1 = nn.Conv2d(1, width, 5)
        self.conv2 = nn.Conv2d(width, channels, 5)
        self.fc1 = nn.Linear(channels * 5 * 5, hidden)
        self.fc2 = nn.Linear(hidden, last)
        self.fc3 = nn.Linear(last, num_classes)

    def forward(self, x: Tensor) -> Tensor:
        x = F.avg_pool2d(torch.tanh(self.conv1(x)), 2)
        x = F.avg_pool2d(torch.tanh(self.conv2(x)), 2)
        x = torch.flatten(x, start_dim=1)
        x = torch.tanh(self.fc1(x))
        x = torch.tanh(self.fc2(x))
        return self.fc3(x)
