"""l1_ratio is given to the L2 part."""


def elastic_net(input, target, weight, bias, alpha=1.0, l1_ratio=0.5):
    prediction = input @ weight + bias
    error = ((prediction - target) ** 2).mean() / 2
    absolute = weight.abs().sum()
    squared = (weight**2).sum() / 2
    penalty = (1 - l1_ratio) * absolute + l1_ratio * squared
    return error + alpha * penalty
