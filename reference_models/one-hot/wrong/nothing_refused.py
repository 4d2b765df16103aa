"""No label is looked at before it is used."""

import torch


def one_hot(labels, num_classes):
    flat = labels.reshape(-1)
    y = torch.zeros(len(flat), num_classes, dtype=torch.int64)
    y[torch.arange(len(flat)), flat] = 1
    return y.reshape(*labels.shape, num_classes)
