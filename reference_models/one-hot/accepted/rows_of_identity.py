"""Row k of the identity matrix is what class k looks like."""

import torch


def one_hot(labels, num_classes):
    if torch.any(labels < 0) or torch.any(labels > num_classes - 1):
        raise ValueError(f"labels lie between 0 and {num_classes - 1}")
    return torch.eye(num_classes, dtype=torch.int64)[labels]
