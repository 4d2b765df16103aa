"""The batches' metrics are averaged."""

import torch


class ClassificationMetrics:
    def __init__(self, num_classes):
        self.num_classes = num_classes
        self.matrix = torch.zeros(num_classes, num_classes, dtype=torch.int64)
        self.batches = []

    def update(self, input, target):
        places = target * self.num_classes + input
        counts = torch.bincount(places, minlength=self.num_classes**2)
        batch = counts.reshape(self.num_classes, self.num_classes)
        self.batches.append(self.metrics(batch))
        self.matrix = self.matrix + batch
        return self.matrix

    def metrics(self, matrix):
        right = matrix.diagonal().float()
        predicted = matrix.sum(dim=0).float()
        actual = matrix.sum(dim=1).float()
        accuracy = right.sum() / actual.sum()
        precision = right / predicted.clamp(min=1)
        recall = right / actual.clamp(min=1)
        f1 = 2 * right / (predicted + actual).clamp(min=1)
        return torch.stack([accuracy, precision.mean(), recall.mean(), f1.mean()])

    def compute(self):
        return tuple(torch.stack(self.batches).mean(dim=0))
