import torch


def xavier_init(shape, distribution="uniform", gain=1.0):
    if len(shape) < 2:
        raise ValueError("outputs and inputs are wanted")
    weight = torch.empty(shape)
    fans = weight[0].numel() + weight[:, 0].numel()
    if distribution == "normal":
        return weight.normal_(0.0, gain * (2.0 / fans) ** 0.5)
    if distribution == "uniform":
        bound = gain * (6.0 / fans) ** 0.5
        return weight.uniform_(-bound, bound)
    raise ValueError(distribution)
