"""ReLU in place, the classifier built in a loop."""

from torch import nn


class AlexNet(nn.Module):
    def __init__(self, num_classes=1000, width=64, dropout=0.5):
        super().__init__()
        pool = {1, 2, 5}
        layers, before = [], 3
        plan = [(1, 11, 4, 2), (3, 5, 1, 2), (6, 3, 1, 1), (4, 3, 1, 1), (4, 3, 1, 1)]
        for number, (times, kernel, stride, padding) in enumerate(plan, 1):
            layers.append(nn.Conv2d(before, times * width, kernel, stride, padding))
            layers.append(nn.ReLU(inplace=True))
            if number in pool:
                layers.append(nn.MaxPool2d(kernel_size=3, stride=2))
            before = times * width
        self.features = nn.Sequential(*layers)
        self.avgpool = nn.AdaptiveAvgPool2d(6)
        head, before = [], before * 36
        for _ in range(2):
            head += [nn.Dropout(p=dropout), nn.Linear(before, 64 * width), nn.ReLU(inplace=True)]
            before = 64 * width
        self.classifier = nn.Sequential(*head, nn.Linear(before, num_classes))

    def forward(self, x):
        x = self.features(x)
        x = self.avgpool(x)
        x = x.view(x.size(0), -1)
        return self.classifier(x)
