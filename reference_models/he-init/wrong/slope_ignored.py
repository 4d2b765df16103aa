import math

import torch


def he_init(shape, mode="fan_in", negative_slope=0.0, distribution="normal"):
    if len(shape) < 2 or mode not in ("fan_in", "fan_out"):
        raise ValueError("cannot initialise this")
    if distribution not in ("normal", "uniform"):
        raise ValueError("unknown distribution")
    places = math.prod(shape[2:])
    fan_in = shape[1] * places
    fan_out = shape[0] * places
    fan = fan_in if mode == "fan_in" else fan_out
    std = math.sqrt(2 / fan)
    if distribution == "normal":
        weight = torch.randn(shape) * std
    else:
        bound = math.sqrt(3) * std
        weight = (torch.rand(shape) * 2 - 1) * bound
    return weight
