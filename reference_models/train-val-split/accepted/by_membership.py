"""Row by row into two lists, which are stacked at the end."""

import torch


def train_val_split(x, y, val_fraction=0.2):
    if x.shape[0] != y.shape[0]:
        raise ValueError("every example needs a label")
    wanted = int(x.shape[0] * val_fraction)
    if wanted == 0 or wanted == x.shape[0]:
        raise ValueError("a part is empty")
    validation, training = [], []
    for place, row in enumerate(torch.randperm(x.shape[0]).tolist()):
        (validation if place < wanted else training).append((x[row], y[row]))
    return (*stacked(training), *stacked(validation))


def stacked(pairs):
    return torch.stack([example for example, _ in pairs]), torch.stack([label for _, label in pairs])
