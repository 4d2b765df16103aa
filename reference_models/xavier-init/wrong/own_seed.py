import math

import torch


def xavier_init(shape, distribution="uniform", gain=1.0):
    if len(shape) < 2 or distribution not in ("uniform", "normal"):
        raise ValueError("cannot initialise this")
    torch.manual_seed(42)
    places = math.prod(shape[2:])
    fan_in = shape[1] * places
    fan_out = shape[0] * places
    std = gain * math.sqrt(2 / (fan_in + fan_out))
    if distribution == "normal":
        weight = torch.randn(shape) * std
    else:
        bound = math.sqrt(3) * std
        weight = (torch.rand(shape) * 2 - 1) * bound
    return weight
