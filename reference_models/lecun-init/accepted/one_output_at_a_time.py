import math

import torch


def lecun_init(shape, distribution="normal"):
    if len(shape) < 2 or distribution not in {"normal", "uniform"}:
        raise ValueError("shape or distribution")
    inside = tuple(shape[1:])
    count = math.prod(inside)
    rows = []
    for _ in range(shape[0]):
        if distribution == "normal":
            rows.append(torch.normal(0.0, 1 / math.sqrt(count), size=inside, dtype=torch.float64))
        else:
            rows.append(math.sqrt(12 / count) * (torch.rand(inside, dtype=torch.float64) - 0.5))
    return torch.stack(rows).float()
