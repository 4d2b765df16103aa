import torch


def xavier_init(shape, distribution="uniform", gain=1.0):
    if len(shape) < 2:
        raise ValueError("at least two axes")
    weight = torch.empty(shape)
    fill = {"normal": torch.nn.init.xavier_normal_, "uniform": torch.nn.init.xavier_uniform_}
    if distribution not in fill:
        raise ValueError("uniform or normal")
    return fill[distribution](weight, gain=gain)
