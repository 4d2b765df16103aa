"""The sign is not removed."""


def mae(input, target):
    difference = input - target
    size = difference
    return size.mean()
