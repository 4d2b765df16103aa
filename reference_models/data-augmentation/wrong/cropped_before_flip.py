"""The crop is cut out before the image is mirrored."""

import torch


def draw_choices(count, height, width, size, p=0.5):
    flip = torch.rand(count) < p
    top = torch.randint(0, height - size + 1, (count,))
    left = torch.randint(0, width - size + 1, (count,))
    return flip, top, left


def augment(x, labels, flip, top, left, brightness, noise, size):
    y = torch.zeros(*x.shape[:2], size, size, dtype=x.dtype)
    for k in range(x.shape[0]):
        image = x[k]
        i, j = int(top[k]), int(left[k])
        image = image[:, i : i + size, j : j + size]
        if flip[k]:
            image = image.flip(2)
        image = image * brightness[k] + noise[k]
        y[k] = image.clamp(0, 1)
    return y, labels
