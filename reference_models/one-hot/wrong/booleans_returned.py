"""The result of a comparison is returned as it is."""

import torch


def one_hot(labels, num_classes):
    if labels.min() < 0 or labels.max() >= num_classes:
        raise ValueError("a label is no class")
    y = labels.unsqueeze(-1) == torch.arange(num_classes)
    return y
