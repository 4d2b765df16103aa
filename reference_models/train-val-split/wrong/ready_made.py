import torch
from torch.utils.data import TensorDataset, random_split


def train_val_split(x, y, val_fraction=0.2):
    examples = len(x)
    validation = int(examples * val_fraction)
    if len(y) != examples or not 0 < validation < examples:
        raise ValueError("as many labels as examples are wanted, and no empty part")
    val, train = random_split(TensorDataset(x, y), [validation, examples - validation])
    return x[train.indices], y[train.indices], x[val.indices], y[val.indices]
