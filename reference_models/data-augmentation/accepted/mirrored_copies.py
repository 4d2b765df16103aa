"""All images mirrored beside all images as they are, and each crop taken from one of the two."""

import torch


def draw_choices(count, height, width, size, p=0.5):
    flip = torch.bernoulli(torch.full((count,), p)).bool()
    top = torch.multinomial(torch.ones(height - size + 1), count, replacement=True)
    left = torch.multinomial(torch.ones(width - size + 1), count, replacement=True)
    return flip, top, left


def augment(x, labels, flip, top, left, brightness, noise, size):
    either = torch.where(flip[:, None, None, None], torch.flip(x, dims=[3]), x)
    crops = [
        image.narrow(1, i, size).narrow(2, j, size)
        for image, i, j in zip(either, top.tolist(), left.tolist())
    ]
    y = torch.stack(crops)
    y *= brightness[:, None, None, None]
    y += noise
    return y.clamp_(min=0.0, max=1.0), labels.clone()
