"""A factor of one half."""


def mae(input, target):
    difference = input - target
    size = difference.abs()
    return size.mean() / 2
