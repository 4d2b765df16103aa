"""The logarithm is missing."""


def categorical_cross_entropy(input, target):
    losses = 1 - (target * input).sum(dim=1)
    return losses.mean()
