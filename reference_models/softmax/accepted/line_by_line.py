"""The axis is brought to the end, and every line is computed by itself."""

import torch


def softmax(x, dim=-1):
    moved = x.movedim(dim, -1)
    lines = moved.reshape(-1, moved.shape[-1])
    found = []
    for line in lines:
        powers = (line - max(line.tolist())).exp()
        found.append(powers / powers.sum())
    y = torch.stack(found) if found else lines.clone()
    return y.reshape(moved.shape).movedim(-1, dim)
