import torch


def lecun_init(shape, distribution="normal"):
    if len(shape) < 2:
        raise ValueError("outputs and inputs are wanted")
    weight = torch.empty(shape)
    fan = weight[0].numel()
    if distribution == "normal":
        return weight.normal_(0.0, fan**-0.5)
    if distribution == "uniform":
        bound = (3.0 / fan) ** 0.5
        return weight.uniform_(-bound, bound)
    raise ValueError(distribution)
