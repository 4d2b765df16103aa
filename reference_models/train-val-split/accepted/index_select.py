"""Everything is put into the new order first and cut afterwards."""

import torch


def train_val_split(x, y, val_fraction=0.2):
    n = x.size(0)
    n_val = int(n * val_fraction)
    if y.size(0) != n or not 1 <= n_val <= n - 1:
        raise ValueError("these cannot be split")
    order = torch.randperm(n)
    x_val, x_train = x.index_select(0, order).split([n_val, n - n_val])
    y_val, y_train = torch.take(y, order).split([n_val, n - n_val])
    return x_train, y_train, x_val, y_val
