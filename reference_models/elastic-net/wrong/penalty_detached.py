"""The penalty has no gradient."""


def elastic_net(input, target, weight, bias, alpha=1.0, l1_ratio=0.5):
    prediction = input @ weight + bias
    error = ((prediction - target) ** 2).mean() / 2
    absolute = weight.data.abs().sum()
    squared = (weight.data**2).sum() / 2
    penalty = l1_ratio * absolute + (1 - l1_ratio) * squared
    return error + alpha * penalty
