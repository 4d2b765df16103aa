"""The submodules are also strung together, without being registered twice."""

from torch import nn


class LeNet5(nn.Module):
    def __init__(self, num_classes=10, width=6):
        super().__init__()
        self.conv1 = nn.Conv2d(1, width, kernel_size=5)
        self.conv2 = nn.Conv2d(width, width * 8 // 3, kernel_size=5)
        self.fc1 = nn.Linear(width * 8 // 3 * 25, width * 20)
        self.fc2 = nn.Linear(width * 20, width * 14)
        self.fc3 = nn.Linear(width * 14, num_classes)
        self.pool = nn.AvgPool2d(2, stride=2)
        self.act = nn.Tanh()

    def forward(self, x):
        for layer in (self.conv1, self.act, self.pool, self.conv2, self.act, self.pool):
            x = layer(x)
        x = x.reshape(len(x), -1)
        for layer in (self.fc1, self.fc2):
            x = self.act(layer(x))
        return self.fc3(x)
