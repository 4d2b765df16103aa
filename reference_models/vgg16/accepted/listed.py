"""Built from a list of channels and the letter M, as the paper's table reads; ReLU in place."""

from torch import nn

PLAN = [1, 1, "M", 2, 2, "M", 4, 4, 4, "M", 8, 8, 8, "M", 8, 8, 8, "M"]


class VGG16(nn.Module):
    def __init__(self, num_classes=1000, width=64, dropout=0.5):
        super().__init__()
        layers, before = [], 3
        for entry in PLAN:
            if entry == "M":
                layers += [nn.MaxPool2d(kernel_size=2, stride=2)]
            else:
                layers += [nn.Conv2d(before, entry * width, kernel_size=3, padding=1), nn.ReLU(inplace=True)]
                before = entry * width
        self.features = nn.Sequential(*layers)
        self.avgpool = nn.AdaptiveAvgPool2d(7)
        self.classifier = nn.Sequential(
            nn.Linear(before * 49, width * 64),
            nn.ReLU(True),
            nn.Dropout(p=dropout),
            nn.Linear(width * 64, width * 64),
            nn.ReLU(True),
            nn.Dropout(p=dropout),
            nn.Linear(width * 64, num_classes),
        )

    def forward(self, x):
        x = self.features(x)
        x = self.avgpool(x)
        x = x.view(x.size(0), -1)
        return self.classifier(x)
