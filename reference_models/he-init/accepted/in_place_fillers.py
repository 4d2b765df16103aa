import torch


def he_init(shape, mode="fan_in", negative_slope=0.0, distribution="normal"):
    if len(shape) < 2:
        raise ValueError("outputs and inputs are wanted")
    weight = torch.empty(shape)
    if mode == "fan_in":
        fan = weight[0].numel()
    elif mode == "fan_out":
        fan = weight[:, 0].numel()
    else:
        raise ValueError(mode)
    gain = (2.0 / (1 + negative_slope * negative_slope)) ** 0.5
    if distribution == "normal":
        return weight.normal_(0.0, gain / fan**0.5)
    if distribution == "uniform":
        bound = gain * (3.0 / fan) ** 0.5
        return weight.uniform_(-bound, bound)
    raise ValueError(distribution)
