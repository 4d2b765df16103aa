import math

import torch


def lecun_init(shape, distribution="normal"):
    if len(shape) < 2 or distribution not in ("normal", "uniform"):
        raise ValueError("cannot initialise this")
    places = math.prod(shape[2:])
    fan_in = shape[1] * places
    std = math.sqrt(1 / fan_in)
    if distribution == "normal":
        weight = torch.randn(shape) * std
    else:
        bound = math.sqrt(3) * std
        weight = torch.rand(shape) * 2 * bound
    return weight
