"""Every place of the crop names the pixel that it shows, for all images at once."""

import torch


def draw_choices(count, height, width, size, p=0.5):
    places = torch.tensor([height - size + 1, width - size + 1])
    top, left = (torch.rand(2, count, dtype=torch.float64) * places[:, None]).long()
    return torch.rand(count) >= 1 - p, top, left


def augment(x, labels, flip, top, left, brightness, noise, size):
    n, _, _, width = x.shape
    span = torch.arange(size)
    rows = top[:, None] + span
    columns = left[:, None] + span
    columns = torch.where(flip[:, None], width - 1 - columns, columns)
    picked = x[torch.arange(n)[:, None, None], :, rows[:, :, None], columns[:, None, :]]
    picked = picked.permute(0, 3, 1, 2)
    bright = picked * brightness.reshape(-1, 1, 1, 1) + noise
    return bright.minimum(torch.ones_like(bright)).maximum(torch.zeros_like(bright)), labels
