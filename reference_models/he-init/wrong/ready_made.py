import torch


def he_init(shape, mode="fan_in", negative_slope=0.0, distribution="normal"):
    if len(shape) < 2:
        raise ValueError("at least two axes")
    weight = torch.empty(shape)
    fill = {"normal": torch.nn.init.kaiming_normal_, "uniform": torch.nn.init.kaiming_uniform_}
    if distribution not in fill:
        raise ValueError("normal or uniform")
    return fill[distribution](weight, a=negative_slope, mode=mode, nonlinearity="leaky_relu")
