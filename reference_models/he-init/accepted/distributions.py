import math

from torch.distributions import Normal, Uniform


def he_init(shape, mode="fan_in", negative_slope=0.0, distribution="normal"):
    if len(shape) < 2:
        raise ValueError("a weight has at least two axes")
    if mode not in ("fan_in", "fan_out"):
        raise ValueError("unknown mode")
    fan = shape[1 if mode == "fan_in" else 0]
    for size in shape[2:]:
        fan *= size
    variance = 2 / (1 + negative_slope**2) / fan
    if distribution == "normal":
        return Normal(0.0, math.sqrt(variance)).sample(shape)
    elif distribution == "uniform":
        end = math.sqrt(3 * variance)
        return Uniform(-end, end).sample(shape)
    raise ValueError("unknown distribution")
