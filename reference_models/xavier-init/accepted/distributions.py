import math

from torch.distributions import Normal, Uniform


def xavier_init(shape, distribution="uniform", gain=1.0):
    if len(shape) < 2:
        raise ValueError("a weight has at least two axes")
    outputs, inputs = shape[0], shape[1]
    area = 1
    for size in shape[2:]:
        area *= size
    variance = gain**2 / (area * (inputs + outputs) / 2)
    if distribution == "normal":
        return Normal(0.0, math.sqrt(variance)).sample(shape)
    elif distribution == "uniform":
        end = math.sqrt(3 * variance)
        return Uniform(-end, end).sample(shape)
    raise ValueError("unknown distribution")
