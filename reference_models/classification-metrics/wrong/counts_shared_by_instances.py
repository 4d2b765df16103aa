"""All instances share one count."""

import torch


class ClassificationMetrics:
    matrices = {}

    def __init__(self, num_classes):
        self.num_classes = num_classes
        self.matrices.setdefault(num_classes, torch.zeros(num_classes, num_classes, dtype=torch.int64))

    def update(self, input, target):
        places = target * self.num_classes + input
        counts = torch.bincount(places, minlength=self.num_classes**2)
        matrix = self.matrices[self.num_classes]
        matrix += counts.reshape(self.num_classes, self.num_classes)
        return matrix

    def compute(self):
        matrix = self.matrices[self.num_classes]
        right = matrix.diagonal().float()
        predicted = matrix.sum(dim=0).float()
        actual = matrix.sum(dim=1).float()
        accuracy = right.sum() / actual.sum()
        precision = right / predicted.clamp(min=1)
        recall = right / actual.clamp(min=1)
        f1 = 2 * right / (predicted + actual).clamp(min=1)
        return accuracy, precision.mean(), recall.mean(), f1.mean()
