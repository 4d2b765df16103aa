"""Classification metrics: counts are added up over batches, ratios are taken once at the end."""

import torch
from torch import Tensor


class ClassificationMetrics:
    """Remembers a confusion matrix: rows are true classes, columns predicted ones."""

    def __init__(self, num_classes: int) -> None:
        self.matrix = torch.zeros(num_classes, num_classes, dtype=torch.int64)

    def update(self, input: Tensor, target: Tensor) -> Tensor:
        """Count one batch; the matrix of all batches so far."""
        classes = len(self.matrix)
        refuse_what_the_statement_excludes(input, target, classes)
        # Each pair of classes has a number of its own.
        pairs = torch.bincount(target * classes + input, minlength=classes * classes)
        self.matrix += pairs.reshape(classes, classes)
        return self.matrix.clone()

    def compute(self) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Accuracy, and the means over all classes of precision, recall and F1."""
        hits = self.matrix.diagonal()
        predicted, actual = self.matrix.sum(dim=0), self.matrix.sum(dim=1)
        accuracy = hits.sum() / self.matrix.sum()
        precision = ratio(hits, predicted).mean()
        recall = ratio(hits, actual).mean()
        f1 = ratio(2 * hits, predicted + actual).mean()
        return accuracy, precision, recall, f1


def ratio(above: Tensor, below: Tensor) -> Tensor:
    """Where a count below is 0, so is the one above: then 1 does as well, and the ratio is 0."""
    return above / below.clamp(min=1)


def refuse_what_the_statement_excludes(input: Tensor, target: Tensor, classes: int) -> None:
    """No student has to: this keeps the search for small examples from calls that make no sense."""
    if input.ndim != 1 or input.shape != target.shape or len(input) == 0:
        raise ValueError("predicted and true classes of shape (N,) are wanted")
    for labels in (input, target):
        if labels.dtype != torch.int64 or labels.min() < 0 or labels.max() >= classes:
            raise ValueError("a label is no class")
