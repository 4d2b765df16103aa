import torch


def train_val_split(x, y, val_fraction=0.2):
    n = len(x)
    n_val = int(n * val_fraction)
    if len(y) != n:
        raise ValueError("x and y have different lengths")
    if n_val < 1 or n_val >= n:
        raise ValueError("one part would be empty")
    order = torch.randperm(n)
    val, train = order[:n_val], order[n_val:]
    labels = y[torch.randperm(n)]
    return x[train], labels[n_val:], x[val], labels[:n_val]
