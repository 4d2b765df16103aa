import torch


def train_val_split(x, y, val_fraction=0.2):
    n = len(x)
    n_val = int(n * val_fraction)
    if len(y) != n:
        raise ValueError("x and y have different lengths")
    if n_val < 1 or n_val >= n:
        raise ValueError("one part would be empty")
    order = torch.randint(n, (n,))
    val, train = order[:n_val], order[n_val:]
    return x[train], y[train], x[val], y[val]
