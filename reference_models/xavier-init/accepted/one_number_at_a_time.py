import math

import torch


def xavier_init(shape, distribution="uniform", gain=1.0):
    if len(shape) < 2 or distribution not in {"normal", "uniform"}:
        raise ValueError("shape or distribution")
    places = math.prod(shape[2:])
    sigma = gain * math.sqrt(2.0 / (places * (shape[0] + shape[1])))
    count = math.prod(shape)
    if distribution == "normal":
        # Box and Muller: two uniform numbers make a normal one.
        u, angle = torch.rand(2, count, dtype=torch.float64)
        values = torch.sqrt(-2 * torch.log(1 - u)) * torch.cos(2 * math.pi * angle)
    else:
        values = math.sqrt(12) * (torch.rand(count, dtype=torch.float64) - 0.5)
    return (values * sigma).float().reshape(shape)
